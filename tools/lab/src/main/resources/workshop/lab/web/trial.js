/** One try of an experiment: it sets the servers up, tells the lab what to do, and waits for what happens. */

import {allTold, now, told} from './feed.js';
import {isActive, seen} from './request.js';

const BETWEEN_LOOKS = 100;
/** The lab looks at a directory ten times a second. */
const LAST_LOOK = 500;

const server = side => told(side + '/server') ?? {};

export class Trial {
  #setting;
  #command;
  #sides;
  #prepared = false;
  #abandoned = false;

  /** `command` tells the lab something, and returns whether it has done so. */
  constructor(setting, command) {
    this.#setting = setting;
    this.#command = command;
    this.#sides = ['left', 'right'].filter(side => setting[side] > 0);
  }

  abandon() {
    this.#abandoned = true;
  }

  /** Puts the servers there, each with an empty directory. */
  async prepare() {
    const {work, deadline} = this.#setting;
    await this.#choose(() => 0);
    await this.until(() => ['left', 'right'].every(side => server(side).state === 'empty'));
    if (told('lab').work !== work || told('lab').deadline !== deadline) {
      await this.#order({command: 'set', work, deadline});
    }
    await this.#choose(side => this.#setting[side]);
    await this.until(() => this.is('running'));
    this.#prepared = true;
  }

  /** Tells all servers of the experiment the same; clients that hang up do so in one of the ways. */
  async tell(command, way = 'fin') {
    for (const side of this.#sides) {
      await this.#order({command, side, way});
    }
  }

  is(state) {
    return this.#sides.every(side => server(side).state === state && server(side).step === this.#setting[side]);
  }

  /** The requests of a side, as far as they have been seen. */
  requests(side) {
    return allTold(side + '/request/');
  }

  /** One of them, usually the only one. */
  request(side, number = 1) {
    return told(`${side}/request/${number}/`);
  }

  /** A request of a side, once nothing happens to it any more. */
  async end(side, number = 1) {
    await this.until(() => this.request(side, number) && !isActive(this.request(side, number), now()));
    await this.pause(LAST_LOOK);
    const isSettled = ({written, committed, removed}) => !seen(written) || seen(committed) || seen(removed);
    await this.until(() => isSettled(this.request(side, number)));
    return this.request(side, number);
  }

  async until(condition) {
    while (!condition()) {
      await this.pause(BETWEEN_LOOKS);
    }
  }

  async pause(millis) {
    await new Promise(done => setTimeout(done, millis));
    if (this.#abandoned || this.#sides.some(side => this.#isLost(server(side), side))) {
      throw new Error('The experiment was broken off.');
    }
  }

  #isLost({state, step}, side) {
    return state === 'failed' || this.#prepared && step !== this.#setting[side];
  }

  async #choose(step) {
    for (const side of ['left', 'right']) {
      await this.#order({command: 'choose', side, step: step(side)});
    }
  }

  async #order(command) {
    if (!await this.#command(command)) {
      throw new Error('The lab refused.');
    }
  }
}
