/** Small things that are done to elements. */

export function part(name, className, parent, text = '') {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  parent.append(element);
  return element;
}

/** Changes a text only if it is another one, so that nobody is told the same twice. */
export function setText(element, text) {
  if (element.textContent !== String(text)) {
    element.textContent = text;
  }
}

/** Changes what is in an element that scrolls; whoever is at its end stays there. */
export function followEnd(element, change) {
  const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 30;
  change();
  if (atEnd) {
    element.scrollTop = element.scrollHeight;
  }
}
