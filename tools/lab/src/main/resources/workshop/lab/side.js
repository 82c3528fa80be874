/** One side of the lab: a server, its requests, its directory and its log. */

import {LaneView, clientWords, fileWords, handlerWords, isActive, isGone, lastMoment, leavesGarbage, part, setText, wasted, worksForNobody}
  from './lane.js';

const PARTS = 4;
const FIRST_WITH_PARTS = 4;

const count = (number, one, many = one + 's') => `${number} ${number === 1 ? one : many}`;

export class Side {
  /** `changed` is called when this side has to be drawn, though the lab has told nothing. */
  constructor(name, command, changed) {
    this.name = name;
    this.element = document.getElementById('side').content.cloneNode(true).firstElementChild;
    this.element.dataset.side = name;
    this.find('h2').id = name + '-title';
    this.element.setAttribute('aria-labelledby', name + '-title');
    this.find('.side-name').textContent = `The server on the ${name}`;
    this.find('.log').setAttribute('aria-label', `Log of the server on the ${name}`);
    this.find('.table .scroll').setAttribute('aria-label', `Requests to the server on the ${name}`);
    this.find('.message').setAttribute('aria-label', `What is wrong on the ${name}`);
    this.find('.step').addEventListener('change', () => this.choose(command));
    this.find('.whose').addEventListener('change', () => this.choose(command));
    this.find('.afresh').addEventListener('click', () => command({command: 'afresh', side: name}));
    this.find('.table').addEventListener('toggle', () => {
      this.stale = true;
      changed();
    });
    this.clear();
  }

  clear() {
    this.server = {state: 'empty', step: 0};
    this.lanes = new Map();
    this.log = new Map();
    this.files = {files: [], more: 0};
    this.sums = {};
    this.metrics = null;
    this.views = new Map();
    this.stale = true;
    this.find('.lanes').replaceChildren();
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  choose(command) {
    command({command: 'choose', side: this.name, step: Number(this.find('.step').value), mine: this.find('.whose').value === 'mine'});
  }

  offer(steps) {
    const options = steps.map((title, i) => new Option(title, i + 1));
    this.find('.step').replaceChildren(...options, new Option('no server', 0));
    this.stale = true;
  }

  /** Takes in what the lab has told under a key of this side. */
  told(kind, message) {
    if (kind.startsWith('lane/')) {
      this.lanes.set(message.number, message);
    } else if (kind.startsWith('log/')) {
      this.log.set(message.id, message);
    } else {
      this[kind] = message;
    }
    this.stale = true;
  }

  /** Forgets what was told under all keys with this beginning. */
  forget(beginning) {
    const gone = (kind, key) => `${kind}/${key}.`.startsWith(beginning);
    [...this.lanes.keys()].filter(key => gone('lane', key)).forEach(key => {
      this.lanes.delete(key);
      this.views.get(key)?.element.remove();
      this.views.delete(key);
    });
    [...this.log.keys()].filter(key => gone('log', key)).forEach(key => this.log.delete(key));
    if ('metrics'.startsWith(beginning)) {
      this.metrics = null;
    }
    this.stale = true;
  }

  title() {
    return this.server.title ?? `The ${this.name} side`;
  }

  /** The requests of the last run. */
  run() {
    const all = [...this.lanes.values()];
    const last = Math.max(0, ...all.map(lane => lane.run));
    return all.filter(lane => lane.run === last);
  }

  isActive(now) {
    return [...this.lanes.values()].some(lane => isActive(lane, now));
  }

  /** How long the run has taken, up to now. */
  span(now, origin) {
    return Math.max(0, ...this.run().map(lane => lastMoment(lane, now) - origin));
  }

  draw(now, origin, scale) {
    const active = this.isActive(now);
    if (this.stale || active) {
      this.drawLanes(now, origin, scale);
      this.drawNumbers(now);
      setText(this.find('.verdict'), this.verdict(now));
      this.find('.verdict').className = 'verdict ' + this.mood(now);
    }
    if (this.stale) {
      this.drawServer();
      this.drawFiles();
      this.drawLog();
      this.drawMetrics();
      this.drawTable(now);
      this.stale = false;
    }
  }

  drawServer() {
    const {server} = this;
    setText(this.find('h2'), this.title());
    this.find('.step').value = server.step;
    this.find('.whose').value = server.mine ? 'mine' : 'solution';
    const broken = server.state === 'failed';
    const words = {
      empty: 'No server. Choose a step.', building: 'Builds …', starting: 'Starts …', killed: server.message,
      failed: 'There is no server here now:', running: `Listens on ${server.address}, process ${server.process}`,
    };
    setText(this.find('.state'), words[server.state]);
    this.find('.state').className = 'state ' + server.state;
    this.find('.message').hidden = !broken;
    setText(this.find('.message'), broken ? server.message : '');
    this.element.classList.toggle('empty', server.state === 'empty');
    this.find('.with-server').hidden = server.state === 'empty';
    this.find('.whose').disabled = server.state === 'empty';
    this.find('.afresh').disabled = server.state === 'empty';
    setText(this.find('.path code'), server.directory ?? '');
  }

  drawLanes(now, origin, scale) {
    const run = this.run();
    const shown = new Set(run.map(lane => lane.number));
    for (const [number, view] of this.views) {
      if (!shown.has(number)) {
        view.element.remove();
        this.views.delete(number);
      }
    }
    for (const lane of run.sort((one, other) => one.number - other.number)) {
      if (!this.views.has(lane.number)) {
        this.views.set(lane.number, new LaneView(lane.number));
        this.find('.lanes').append(this.views.get(lane.number).element);
      }
      this.views.get(lane.number).draw(lane, now, origin, scale, this.parts());
    }
    this.find('.nothing').hidden = run.length > 0;
    this.drawAxis(scale, run.length > 0);
  }

  drawAxis(scale, shown) {
    const axis = this.find('.axis');
    axis.hidden = !shown;
    if (axis.dataset.scale === String(scale)) {
      return;
    }
    axis.dataset.scale = scale;
    axis.replaceChildren();
    const step = [1, 2, 5, 10, 20, 30, 60, 120, 300].find(s => scale / 1000 / s <= 8) ?? 600;
    for (let s = 0; s * 1000 <= scale; s += step) {
      const tick = part('span', '', axis);
      tick.textContent = s + ' s';
      tick.style.left = 100 * s * 1000 / scale + '%';
    }
  }

  parts() {
    return this.server.step >= FIRST_WITH_PARTS ? PARTS : 0;
  }

  wasted(now) {
    return (this.sums.wasted ?? 0) + [...this.lanes.values()].filter(worksForNobody).reduce((sum, lane) => sum + wasted(lane, now), 0);
  }

  drawNumbers(now) {
    for (const name of ['sent', 'answered', 'left', 'garbage']) {
      setText(this.find(`[data-sum=${name}]`), this.sums[name] ?? 0);
    }
    const lost = this.wasted(now);
    setText(this.find('[data-sum=wasted]'), (lost / 1000).toFixed(1) + ' s');
    this.find('.numbers .wasted').classList.toggle('some', lost >= 500);
    this.find('.numbers .garbage').classList.toggle('some', this.sums.garbage > 0);
  }

  /** What the last run has come to, in a sentence or two. */
  verdict(now) {
    const run = this.run();
    const gone = run.filter(isGone);
    if (run.length === 0) {
      return '';
    }
    if (run.some(lane => isActive(lane, now))) {
      const forNobody = run.filter(worksForNobody).length;
      return forNobody > 0 ? `${count(forNobody, 'handler works', 'handlers work')} for nobody.` : 'At work.';
    }
    const killed = run.filter(lane => lane.killed).length;
    if (killed > 0) {
      const left = run.filter(lane => lane.killed && lane.written >= 0 && lane.removed < 0).length;
      const swept = run.filter(lane => lane.swept).length;
      return swept > 0
        ? `Killed in the middle of ${count(killed, 'request')}. The next start swept ${count(swept, 'staged file')}.`
        : `Killed in the middle of ${count(killed, 'request')}: ${count(left, 'file')} left as ${left === 1 ? 'it was' : 'they were'}.`;
    }
    if (gone.length === 0) {
      return (run.length === 1 ? 'The client stayed.' : `${run.length} clients stayed.`) + this.answers(run);
    }
    const lost = gone.reduce((sum, lane) => sum + wasted(lane, now), 0);
    const garbage = run.filter(leavesGarbage);
    const what = garbage.length === 0 ? 'Nothing stays behind.' : garbage.some(lane => lane.shared)
      ? `What ${garbage.length === 1 ? 'it' : garbage.length + ' of them'} wrote stays.`
      : `${count(garbage.length, 'file')} nobody asked for ${garbage.length === 1 ? 'stays' : 'stay'}.`;
    const verb = gone.every(lane => lane.left >= 0) ? 'hung up' : gone.every(lane => lane.left < 0) ? 'vanished' : 'left';
    const work = lost < 50 ? 'The server stopped at once.' : `The server worked ${(lost / 1000).toFixed(1)} s for nobody.`;
    const who = run.length === 1 ? 'The client' : `${gone.length} of ${run.length} clients`;
    return `${who} ${verb}. ${work} ${what}`;
  }

  answers(run) {
    const statuses = [...new Set(run.filter(lane => lane.answered >= 0).map(lane => lane.status))].sort();
    return statuses.length === 0 ? '' : ` The answer: ${statuses.join(', ')}.`;
  }

  mood(now) {
    const run = this.run();
    if (run.some(leavesGarbage) || run.some(lane => lane.killed && lane.removed < 0)) {
      return 'bad';
    }
    return run.some(lane => wasted(lane, now) >= 500) ? 'meagre' : run.length > 0 && !run.some(lane => isActive(lane, now)) ? 'good' : '';
  }

  drawFiles() {
    const items = this.files.files.map(file => {
      const item = document.createElement('li');
      const name = part('code', '', item);
      name.textContent = (file.staged ? '.staging/' : '') + file.name;
      const words = part('span', '', item);
      item.className = file.garbage > 0 ? 'garbage' : file.staged ? 'staged' : '';
      words.textContent = ' ' + this.fileNote(file);
      return item;
    });
    if (this.files.more > 0) {
      const more = document.createElement('li');
      more.textContent = `and ${this.files.more} more`;
      items.push(more);
    }
    if (items.length === 0) {
      const none = document.createElement('li');
      none.className = 'none';
      none.textContent = 'empty';
      items.push(none);
    }
    this.find('.files').replaceChildren(...items);
  }

  fileNote(file) {
    const size = count(file.size, 'byte');
    if (file.staged && file.name === 'lock') {
      return 'held by the server';
    }
    const lane = this.lanes.get(file.lane);
    if (!lane) {
      return size;
    }
    if (file.writes > 1) {
      return `${size}, written ${file.writes} times, ${file.garbage} of them for nobody; last by #${file.lane}`;
    }
    return `${size}, by #${file.lane}${file.garbage > 0 ? ': nobody asked for it' : file.staged ? ', staged' : ''}`;
  }

  drawLog() {
    const box = this.find('.log');
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 30;
    const list = this.find('.log ol');
    const lines = [...this.log.values()].sort((one, other) => one.id - other.id);
    const root = this.server.directory;
    list.replaceChildren(...lines.map(line => {
      const item = document.createElement('li');
      item.className = line.note ? 'note' : '';
      if (line.lane > 0) {
        part('b', '', item).textContent = `#${line.lane} `;
      }
      item.append(root ? line.text.replace(root + '/', '…/') : line.text);
      return item;
    }));
    if (atEnd) {
      box.scrollTop = box.scrollHeight;
    }
  }

  drawMetrics() {
    const box = this.find('.metrics');
    box.hidden = !this.metrics;
    if (this.metrics) {
      box.querySelector('dl').replaceChildren(...Object.entries(this.metrics.numbers).map(([name, number]) => {
        const row = document.createElement('div');
        part('dt', '', row).textContent = name;
        part('dd', '', row).textContent = number;
        return row;
      }));
    }
  }

  drawTable(now) {
    if (!this.find('.table').open) {
      return;
    }
    const lanes = [...this.lanes.values()].sort((one, other) => other.number - one.number);
    this.find('tbody').replaceChildren(...lanes.map(lane => {
      const row = document.createElement('tr');
      const head = part('th', '', row);
      head.scope = 'row';
      head.textContent = '#' + lane.number;
      for (const words of [clientWords(lane), handlerWords(lane, now), fileWords(lane, this.parts())]) {
        part('td', '', row).textContent = words;
      }
      return row;
    }));
  }
}
