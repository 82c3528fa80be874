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
