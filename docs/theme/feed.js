/** What a feed tells a page: the last message of every key. */

const messages = new Map();
let start = 0;

/** The time of everything that is told, in milliseconds. */
export const now = () => performance.now() - start;

export const told = key => messages.get(key);

/** The messages of all keys with this beginning, in the order in which they were first told. */
export const allTold = beginning => [...messages].filter(([key]) => key.startsWith(beginning)).map(([, message]) => message);

/**
 * Begins to listen. `changed` is called with the key of each message, or the beginning of the keys that are gone; `lost` with
 * whether nothing can be heard.
 */
export function listen(changed, lost) {
  let events = null;

  /** A hidden page hears nothing: a browser has few connections to one server, and many pages would use them up. */
  function listenUnlessHidden() {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource('events');
      events.onmessage = event => changed(take(JSON.parse(event.data)));
      events.onopen = () => lost(false);
      events.onerror = () => lost(true);
    }
  }

  document.addEventListener('visibilitychange', listenUnlessHidden);
  listenUnlessHidden();
}

function take(message) {
  if (message.key) {
    messages.set(message.key, message);
    return message.key;
  }
  [...messages.keys()].filter(key => key.startsWith(message.gone)).forEach(key => messages.delete(key));
  if (message.gone === '') {
    start = performance.now() - message.now;
  }
  return message.gone;
}
