/** Counts the requests of a run by what has become of them, where they are too many to be taken in row by row. */

import {part, setText} from './element.js';
import {become} from './request.js';

const MOST_ROWS = 25;

/** What a request may have become, in the order in which it is shown, and what is said of those that have. */
const WORDS = {
  waits: 'wait',
  wasted: 'work on for nobody',
  answered: 'answered',
  refused: 'told that it failed',
  cut: 'cut off',
  gone: 'gone, nothing stays',
  garbage: 'gone, the file stays',
};

export class Strip {
  #element;
  #bar;
  #counts = new Map();

  constructor(element) {
    this.#element = element;
    this.#bar = part('div', 'whole', element);
    this.#bar.setAttribute('aria-hidden', 'true');
    const list = part('ul', '', element);
    for (const [name, words] of Object.entries(WORDS)) {
      this.#counts.set(name, new Count(words, part('i', name, this.#bar), part('li', name, list)));
    }
  }

  draw(run) {
    const all = run.map(become);
    this.#element.hidden = run.length <= MOST_ROWS;
    this.#counts.forEach((count, name) => count.draw(all.filter(each => each === name).length));
  }
}

class Count {
  #share;
  #item;
  #number;

  constructor(words, share, item) {
    this.#share = share;
    this.#item = item;
    part('i', '', item);
    this.#number = part('b', '', item);
    item.append(' ' + words);
  }

  draw(number) {
    this.#share.style.flexGrow = number;
    this.#share.hidden = number === 0;
    this.#item.hidden = number === 0;
    setText(this.#number, number);
  }
}
