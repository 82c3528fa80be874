/** Predict, then press: asks what an experiment will show, has it done, and says what it has shown. */

import {part, setText} from './element.js';
import {now} from './feed.js';
import {experiments} from './experiments.js';
import {allWords} from './request.js';
import {Trial} from './trial.js';

const KEY = 'lab-tour';
const NONE = -1;

const links = document.querySelector('.tour-links');
const element = document.getElementById('tour');
const find = selector => element.querySelector(selector);

/** The index of the experiment that the address names. */
function named() {
  const number = Number(location.hash.match(/^#tour=(\d+)$/)?.[1] ?? 0);
  return number <= experiments.length ? number - 1 : NONE;
}

export class Tour {
  #sides;
  #command;
  #index = NONE;
  #trial;
  /** By index: what was predicted, what it was, and what was seen. */
  #results = remembered();

  constructor(sides, command) {
    this.#sides = sides;
    this.#command = command;
    find('form').addEventListener('change', () => this.#drawButton());
    find('form').addEventListener('submit', event => {
      event.preventDefault();
      this.#press();
    });
    addEventListener('hashchange', () => {
      this.#open(named());
      (element.hidden ? links.querySelector('a') : find('h2')).focus();
    });
    this.#open(named());
  }

  get #experiment() {
    return experiments[this.#index];
  }

  get #result() {
    return this.#results[this.#index];
  }

  #words(choice) {
    return this.#experiment.choices[choice]?.words ?? 'None of these.';
  }

  #open(index) {
    this.#trial?.abandon();
    this.#trial = undefined;
    this.#index = index;
    element.hidden = index === NONE;
    document.body.classList.toggle('touring', index !== NONE);
    this.#drawLinks();
    if (index !== NONE) {
      setText(find('h2'), `${index + 1}. ${this.#experiment.title}`);
      setText(find('legend'), this.#experiment.question);
      this.#ask();
    }
  }

  /** Shows the choices; those who have chosen already see what came of it. */
  #ask() {
    find('.choices').replaceChildren(...Object.keys(this.#experiment.choices).map(choice => this.#choice(choice)));
    find('.result').replaceChildren();
    if (this.#result) {
      this.#drawResult(this.#result);
    }
    this.#drawButton();
    this.#drawFurther();
  }

  #choice(name) {
    const label = document.createElement('label');
    const radio = part('input', '', label);
    radio.type = 'radio';
    radio.name = 'prediction';
    radio.value = name;
    radio.checked = this.#result?.predicted === name;
    const words = part('span', '', label, this.#words(name));
    if (this.#result?.predicted === name) {
      words.append(' ');
      part('b', '', words, 'You said so.');
    }
    if (this.#result?.observed === name) {
      words.append(' ');
      part('b', 'happened', words, 'It happened.');
    }
    return label;
  }

  #press() {
    if (this.#result) {
      delete this.#results[this.#index];
      this.#remember();
      this.#ask();
      find('input').focus();
    } else if (!this.#trial) {
      this.#try(find(':checked').value);
    }
  }

  async #try(predicted) {
    const trial = new Trial(this.#experiment.setting, this.#command);
    this.#trial = trial;
    this.#drawButton();
    find('button').focus();
    let problem = '';
    try {
      this.#say('The servers start …');
      await trial.prepare();
      this.#say('Watch …');
      const observed = await this.#experiment.press(trial);
      this.#results[this.#index] = {predicted, observed, seen: this.#seen(trial)};
      this.#remember();
    } catch (e) {
      problem = e.message;
    }
    if (this.#trial === trial) {
      this.#trial = undefined;
      this.#ask();
      this.#say(problem);
    }
  }

  #seen(trial) {
    return this.#sides.flatMap(side => trial.requests(side.name)
      .map(request => `${side.title()}: ${allWords(request, now(), side.parts())}`));
  }

  #say(text) {
    if (text) {
      find('.result').replaceChildren();
      part('p', '', find('.result'), text);
    }
  }

  #drawButton() {
    const button = find('button');
    setText(button, this.#result ? 'Predict again' : this.#experiment.button);
    find('fieldset').disabled = Boolean(this.#result || this.#trial);
    button.disabled = !find(':checked');
    button.setAttribute('aria-disabled', Boolean(this.#trial));
  }

  #drawResult({predicted, observed, seen}) {
    const box = find('.result');
    const isRight = predicted === observed;
    part('p', isRight ? 'outcome right' : 'outcome', box, isRight ? 'You predicted right.' : 'You predicted something else.');
    part('p', '', box, `It was: “${this.#words(observed)}”`);
    seen.forEach(words => part('p', 'seen', box, words));
    part('p', '', box, this.#experiment.choices[observed]?.why ?? 'Look at the timeline and at the log: they tell why.');
  }

  #drawLinks() {
    links.replaceChildren();
    part('span', '', links, 'Predict, then press:');
    experiments.forEach(({title}, index) => {
      const link = part('a', '', links, index + 1);
      part('span', 'hidden', link, `: ${title}`);
      link.href = `#tour=${index + 1}`;
      if (index === this.#index) {
        link.setAttribute('aria-current', 'page');
      }
    });
  }

  #drawFurther() {
    const box = find('.further');
    box.replaceChildren();
    if (this.#index + 1 < experiments.length) {
      part('a', '', box, 'Next experiment').href = `#tour=${this.#index + 2}`;
    }
    part('a', '', box, 'Leave the tour').href = '#';
  }

  #remember() {
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#results));
    } catch {
      // the browser keeps nothing: until the page is loaded again, it is known all the same
    }
  }
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}
