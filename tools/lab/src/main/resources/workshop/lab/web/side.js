/** One side of the lab: a server, its requests, its directory and its log. */

import {followEnd, part, setText} from './element.js';
import {allTold, now, told} from './feed.js';
import {clientWords, fileWords, handlerWords, isActive, lastMoment, wasted, worksForNobody} from './request.js';
import {Strip} from './strip.js';
import {Timeline} from './timeline.js';
import {mood, verdict} from './verdict.js';

const PARTS = 4;
const FIRST_WITH_PARTS = 4;
const NO_SERVER = {state: 'empty', step: 0};

export class Side {
  server = NO_SERVER;
  /** The latest requests, and those of the last run. */
  requests = [];
  run = [];
  /** Whether there is more to draw than what changes with the time. */
  stale = true;

  /** `changed` is called when this side has to be drawn, though the lab has told nothing. */
  constructor(name, command, changed) {
    this.name = name;
    this.element = document.getElementById('side').content.cloneNode(true).firstElementChild;
    this.element.dataset.side = name;
    this.timeline = new Timeline(this.find('.timeline'));
    this.strip = new Strip(this.find('.strip'));
    this.nameParts();
    const choose = () => command({
      command: 'choose', side: name, step: Number(this.find('.step').value), mine: this.find('.whose').value === 'mine',
    });
    this.find('.step').addEventListener('change', choose);
    this.find('.whose').addEventListener('change', choose);
    this.find('.afresh').addEventListener('click', () => command({command: 'afresh', side: name}));
    this.find('.table').addEventListener('toggle', () => {
      this.stale = true;
      changed();
    });
  }

  nameParts() {
    const {name} = this;
    this.find('h2').id = name + '-title';
    this.element.setAttribute('aria-labelledby', name + '-title');
    this.find('.side-name').textContent = `The server on the ${name}`;
    this.find('.log').setAttribute('aria-label', `Log of the server on the ${name}`);
    this.find('.files').setAttribute('aria-label', `Files of the server on the ${name}`);
    this.find('.lanes').setAttribute('aria-label', `Requests to the server on the ${name}, on a timeline`);
    this.find('.table .scroll').setAttribute('aria-label', `Requests to the server on the ${name}`);
    this.find('.message').setAttribute('aria-label', `What is wrong on the ${name}`);
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  offer(steps) {
    const options = steps.map((title, i) => new Option(title, i + 1));
    this.find('.step').replaceChildren(...options, new Option('no server', 0));
    this.stale = true;
  }

  /** Takes in what the lab has told of this side. */
  update() {
    if (this.stale) {
      this.server = this.told('server') ?? NO_SERVER;
      this.requests = allTold(this.name + '/request/');
      const last = Math.max(0, ...this.requests.map(request => request.run));
      this.run = this.requests.filter(request => request.run === last);
    }
  }

  told(what) {
    return told(`${this.name}/${what}`);
  }

  title() {
    return this.server.title ?? `The ${this.name} side`;
  }

  verdict() {
    return verdict(this.run, now());
  }

  isActive() {
    return this.requests.some(request => isActive(request, now()));
  }

  /** How long the run has taken, up to now. */
  span(origin) {
    return Math.max(0, ...this.run.map(request => lastMoment(request, now()) - origin));
  }

  parts() {
    return this.server.step >= FIRST_WITH_PARTS ? PARTS : 0;
  }

  draw(origin, scale) {
    const time = now();
    if (this.stale || this.isActive()) {
      this.timeline.draw(this.run, time, origin, scale, this.parts());
      this.strip.draw(this.run);
      this.drawNumbers(time);
      setText(this.find('.verdict'), this.verdict());
      this.find('.verdict').className = 'verdict ' + mood(this.run, time);
    }
    if (this.stale) {
      this.drawServer();
      this.drawFiles();
      this.drawLog();
      this.drawMetrics();
      this.drawTable(time);
      this.stale = false;
    }
  }

  drawServer() {
    const {server} = this;
    const words = {
      empty: 'No server. Choose a step.', building: 'Builds …', starting: 'Starts …', killed: server.message,
      failed: 'There is no server here now:', running: `Listens on ${server.address}, process ${server.process}`,
    };
    const failed = server.state === 'failed';
    const empty = server.state === 'empty';
    setText(this.find('h2'), this.title());
    setText(this.find('.state'), words[server.state]);
    setText(this.find('.message'), failed ? server.message : '');
    setText(this.find('.path code'), server.directory ?? '');
    this.find('.step').value = server.step;
    this.find('.whose').value = server.mine ? 'mine' : 'solution';
    this.find('.state').className = 'state ' + server.state;
    this.find('.message').hidden = !failed;
    this.element.classList.toggle('empty', empty);
    this.find('.with-server').hidden = empty;
    this.find('.whose').disabled = empty;
    this.find('.afresh').disabled = empty;
  }

  drawNumbers(time) {
    const sums = this.told('sums') ?? {};
    for (const name of ['sent', 'answered', 'left', 'garbage']) {
      setText(this.find(`[data-sum=${name}]`), sums[name] ?? 0);
    }
    const lost = this.requests.filter(worksForNobody).reduce((sum, request) => sum + wasted(request, time), sums.wasted ?? 0);
    setText(this.find('[data-sum=wasted]'), (lost / 1000).toFixed(1) + ' s');
    this.find('.numbers .wasted').classList.toggle('some', lost >= 500);
    this.find('.numbers .garbage').classList.toggle('some', sums.garbage > 0);
  }

  drawFiles() {
    const {files, more} = this.told('files') ?? {files: [], more: 0};
    const list = this.find('.files');
    list.replaceChildren();
    for (const file of files) {
      const item = part('li', file.garbage > 0 ? 'garbage' : file.staged ? 'staged' : '', list);
      part('code', '', item, (file.staged ? '.staging/' : '') + file.name);
      part('span', '', item, ' ' + this.fileNote(file));
    }
    if (more > 0) {
      part('li', '', list, `and ${more} more`);
    }
    if (files.length === 0) {
      part('li', 'none', list, 'empty');
    }
  }

  fileNote(file) {
    if (file.staged && file.name === 'lock') {
      return this.server.state === 'running' ? 'held by the server' : 'held by nobody';
    }
    const size = file.size === 1 ? '1 byte' : `${file.size} bytes`;
    const writer = this.requests.find(request => request.number === file.request);
    if (!writer) {
      return size;
    }
    if (file.writes > 1) {
      const known = this.told('sums').sent > this.requests.length ? ` by the latest ${this.requests.length} requests` : '';
      return `${size}, written ${file.writes} times${known}, ${file.garbage} of them for nobody; last by #${file.request}`;
    }
    const staged = writer.killed ? ', left by the killed server' : ', staged';
    return `${size}, by #${file.request}${file.garbage > 0 ? ': nobody asked for it' : file.staged ? staged : ''}`;
  }

  drawLog() {
    followEnd(this.find('.log'), () => {
      const list = this.find('.log ol');
      list.replaceChildren();
      allTold(this.name + '/log/').forEach(line => this.drawLine(line, list));
    });
  }

  drawLine(line, list) {
    const root = this.server.directory;
    const item = part('li', line.note ? 'note' : '', list);
    if (line.request > 0) {
      part('b', '', item, `#${line.request} `);
    }
    item.append(root ? line.text.replace(root + '/', '…/') : line.text);
  }

  drawMetrics() {
    const metrics = this.told('metrics');
    const list = this.find('.metrics dl');
    const current = metrics !== undefined && metrics.address === this.server.address;
    this.find('.metrics').hidden = !current;
    list.replaceChildren();
    for (const [name, number] of Object.entries(current ? metrics.numbers : {})) {
      const row = part('div', '', list);
      part('dt', '', row, name);
      part('dd', '', row, number);
    }
  }

  drawTable(time) {
    if (!this.find('.table').open) {
      return;
    }
    const body = this.find('tbody');
    body.replaceChildren();
    for (const request of [...this.requests].reverse()) {
      const row = part('tr', '', body);
      part('th', '', row, '#' + request.number).scope = 'row';
      part('td', '', row, clientWords(request));
      part('td', '', row, handlerWords(request, time));
      part('td', '', row, fileWords(request, this.parts()));
    }
  }
}
