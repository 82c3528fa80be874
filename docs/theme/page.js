/* What the other scripts share: finding and making elements, and what is remembered from page to page. */
const page = (() => {
  "use strict";

  const PREFIX = "client-hangs-up.";

  /* A page opened from a disk may have no storage: then nothing is remembered, and all else works. */
  function attempt(action, otherwise) {
    try {
      return action();
    } catch (refused) {
      return otherwise;
    }
  }

  return {
    all: (selector, within = document) => [...within.querySelectorAll(selector)],

    make(name, properties, ...children) {
      const element = Object.assign(document.createElement(name), properties);
      element.append(...children);
      if (name === "button") {
        element.lang = document.documentElement.lang; /* in a chapter that is not translated, too */
      }
      return element;
    },

    store: {
      get: key => attempt(() => JSON.parse(localStorage.getItem(PREFIX + key)), null),
      set: (key, value) => attempt(() => {
        localStorage.setItem(PREFIX + key, JSON.stringify(value));
        return true;
      }, false),
      setTheme: theme => attempt(() => localStorage.setItem(PREFIX + "theme", theme)),
      clear: () => attempt(() => Object.keys(localStorage)
        .filter(key => key.startsWith(PREFIX) && key !== PREFIX + "theme")
        .forEach(key => localStorage.removeItem(key)))
    }
  };
})();
