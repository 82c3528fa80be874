/** Draws the requests of a run on one axis: a lane for each, with three bars, for the client, the handler and the file. */

import {followEnd, part, setText} from './element.js';
import {allWords, clientEnd, firstSeen, isActive, isGone, isRefused, seen, shortWords, wastedSince} from './request.js';

export class Timeline {
  #element;
  #lanes = new Map();

  constructor(element) {
    this.#element = element;
  }

  /** Times are those of the feed; the axis begins at `origin`, and is `scale` milliseconds long. */
  draw(requests, now, origin, scale, parts) {
    const shown = new Set(requests.map(request => request.number));
    [...this.#lanes.keys()].filter(number => !shown.has(number)).forEach(number => {
      this.#lanes.get(number).element.remove();
      this.#lanes.delete(number);
    });
    const added = requests.filter(request => !this.#lanes.has(request.number));
    if (added.length > 0) {
      const list = this.#find('.lanes');
      followEnd(list, () => added.forEach(({number}) => this.#lanes.set(number, new Lane(number, list))));
    }
    requests.forEach(request => this.#lanes.get(request.number).draw(request, now, origin, origin + scale, parts));
    this.#find('.nothing').hidden = requests.length > 0;
    this.#find('.axis').hidden = requests.length === 0;
    this.#drawAxis(scale);
  }

  #find(selector) {
    return this.#element.querySelector(selector);
  }

  #drawAxis(scale) {
    const axis = this.#find('.axis');
    if (axis.dataset.scale === String(scale)) {
      return;
    }
    axis.dataset.scale = scale;
    axis.replaceChildren();
    const step = [1, 2, 5, 10, 20, 30, 60, 120, 300].find(s => scale / 1000 / s <= 8) ?? 600;
    for (let s = 0; s * 1000 <= scale; s += step) {
      part('span', '', axis, s + ' s').style.left = 100 * s * 1000 / scale + '%';
    }
  }
}

class Lane {
  #short;
  #words;
  #track;
  #bars = new Map();

  constructor(number, list) {
    this.element = part('li', '', list);
    const label = part('span', 'label', this.element);
    this.#words = part('span', 'hidden', this.element);
    this.#track = part('span', 'track', this.element);
    this.#track.setAttribute('aria-hidden', 'true');
    label.setAttribute('aria-hidden', 'true');
    part('b', '', label, `#${number} `);
    this.#short = part('span', '', label);
  }

  draw(request, now, origin, end, parts) {
    setText(this.#short, shortWords(request));
    setText(this.#words, `Request ${request.number}: ${allWords(request, now, parts)}`);
    this.element.className = isGone(request) ? 'gone' : '';

    const bar = (name, from, to) => this.#place('bar ' + name, from, to, origin, end);
    const mark = (name, at) => this.#place('mark ' + name, at, at, origin, end);
    this.#drawClient(request, now, bar, mark);
    this.#drawHandler(request, now, bar, mark);
    this.#drawFile(request, isActive(request, now) ? Math.min(now, end) : end, bar, mark);
  }

  #drawClient(request, now, bar, mark) {
    const how = clientEnd(request);
    bar('client', request.sent, how ? request[how] : now);
    const shown = how === 'answered' && isRefused(request) ? 'refused' : how;
    for (const name of ['left', 'silent', 'given_up', 'answered', 'refused', 'cut']) {
      mark(name, name === shown ? request[how] : -1);
    }
  }

  #drawHandler(request, now, bar, mark) {
    const end = firstSeen(request.ended, now);
    const turning = isGone(request) ? Math.min(end, wastedSince(request)) : end;
    bar('handler', request.begun, turning);
    bar('handler wasted', isGone(request) && seen(request.begun) ? turning : -1, end);
    mark('killed', request.killed ? request.ended : -1);
  }

  #drawFile(request, rest, bar, mark) {
    const end = firstSeen(request.removed, rest);
    bar('file staged', request.shared ? -1 : request.written, firstSeen(request.committed, end));
    const since = request.garbage ? Math.max(request.committed, request.forNobody) : end;
    bar('file', request.committed, since);
    bar('file garbage', request.garbage ? since : -1, end);
    mark('removed', request.removed);
  }

  /** A bar or mark that has not been seen yet, or lies behind the end of the axis, is hidden. */
  #place(className, from, to, origin, end) {
    const shown = seen(from) && from <= end;
    if (shown && !this.#bars.has(className)) {
      this.#bars.set(className, part('i', className, this.#track));
    }
    const element = this.#bars.get(className);
    if (element) {
      const at = time => 100 * (Math.min(time, end) - origin) / (end - origin);
      element.hidden = !shown;
      element.style.left = at(from) + '%';
      element.style.width = className.startsWith('bar') ? Math.max(0, at(to) - at(from)) + '%' : '';
    }
  }
}
