/* Single keys that lead somewhere, and the list of them. Who types something else with them can turn them off. */
(() => {
  "use strict";

  const { store } = page;
  const list = document.getElementById("keys");
  const use = document.getElementById("use-keys");
  const search = document.getElementById("search");
  const follow = rel => () => document.querySelector(`main a[rel=${rel}]`)?.click();

  const keys = {
    "/": () => {
      search.focus();
      search.select();
    },
    "?": () => list.togglePopover(),
    ArrowLeft: follow("prev"),
    ArrowRight: follow("next")
  };

  /* Elements that need these keys themselves: what is typed into, what scrolls, and what has arrow keys of its own. */
  const OWN = "input:not([type=checkbox]), select, textarea, [role=tab], [role=group][tabindex]";

  use.checked = store.get("keys") ?? true;
  use.addEventListener("change", () => store.set("keys", use.checked));
  document.addEventListener("keydown", event => {
    const elsewhere = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(OWN);
    if (keys[event.key] && use.checked && !elsewhere) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
