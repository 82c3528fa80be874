/** What the lab tells: the last message of every key. */

const messages = new Map();
let start = 0;

/** The time of everything that is told, in milliseconds. */
export const now = () => performance.now() - start;

export const told = key => messages.get(key);

/** The messages of all keys with this beginning, in the order in which they were first told. */
export const allTold = beginning => [...messages].filter(([key]) => key.startsWith(beginning)).map(([, message]) => message);

/**
 * Begins to listen. `changed` is called with the key of each message, or the beginning of the keys that are gone; `complain`
 * with what is wrong.
 */
export function listen(changed, complain) {
  let events = null;

  /** A hidden page hears nothing: a browser has few connections to one server, and many pages would use them up. */
  function listenUnlessHidden() {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource('events');
      events.onmessage = event => changed(take(JSON.parse(event.data)));
      events.onopen = () => complain('');
      events.onerror = () => complain('The connection to the lab is lost. If it has ended, start it again with ./workshop lab.');
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
