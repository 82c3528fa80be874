/** What one request looks like, and what it is called. A time of -1 is one that has not been seen. */

const seen = time => time >= 0;
const seconds = millis => (millis / 1000).toFixed(1) + ' s';

/** A handler may begin a moment after its client has left. */
const TO_BEGIN = 1000;

export const isActive = (lane, now) =>
  !seen(lane.ended) && (seen(lane.begun) || !isDone(lane) || now - Math.max(lane.left, lane.brokenOff) < TO_BEGIN);
export const isGone = lane => seen(lane.left) || seen(lane.silent);

export function wasted(lane, now) {
  if (!seen(lane.begun) || !isGone(lane)) {
    return 0;
  }
  const since = Math.max(lane.begun, goneAt(lane));
  return Math.max(0, (seen(lane.ended) ? lane.ended : now) - since);
}

/** Whether the handler works on although its client is gone. */
export const worksForNobody = lane => isGone(lane) && seen(lane.begun) && !seen(lane.ended);

/** Whether its file is in place, and its client never got the answer. */
export const leavesGarbage = lane => seen(lane.committed) && !seen(lane.removed) && (isGone(lane) || seen(lane.brokenOff));

/** The last moment that counts for the axis. */
export const lastMoment = (lane, now) =>
  isActive(lane, now) ? now : Math.max(lane.sent, lane.ended, lane.left, lane.silent, lane.answered, lane.brokenOff);

export function clientWords(lane) {
  if (seen(lane.left)) {
    return `hung up after ${seconds(lane.left - lane.sent)} (${lane.way})`;
  }
  if (seen(lane.silent)) {
    const answer = seen(lane.answered) ? `; the answer ${lane.status} reached nobody` : '';
    return `vanished after ${seconds(lane.silent - lane.sent)}${answer}`;
  }
  if (seen(lane.answered)) {
    return `got ${lane.status} after ${seconds(lane.answered - lane.sent)}`;
  }
  return seen(lane.brokenOff) ? `lost its connection after ${seconds(lane.brokenOff - lane.sent)}` : 'waits';
}

export function handlerWords(lane, now) {
  if (!seen(lane.begun)) {
    return 'has not begun';
  }
  const much = wasted(lane, now);
  const forNobody = much >= 50 ? `, ${seconds(much)} of it for nobody` : '';
  const noticed = seen(lane.noticed) && seen(lane.left) ? `; noticed within ${Math.max(1, lane.noticed - lane.left)} ms` : '';
  if (!seen(lane.ended)) {
    return (isGone(lane) ? 'works on for nobody' : 'at work') + noticed;
  }
  return `${lane.killed ? 'killed after' : 'worked'} ${seconds(lane.ended - lane.begun)}${forNobody}${noticed}`;
}

export function fileWords(lane, parts) {
  if (!seen(lane.written)) {
    return 'none';
  }
  if (lane.shared) {
    return seen(lane.removed) ? `wrote ${lane.file}, which is gone` : `wrote ${lane.file}, which stays`;
  }
  const name = lane.file.slice(0, 8) + '…';
  const written = parts > 0 ? ` (${lane.parts} of ${parts} parts)` : '';
  if (seen(lane.removed)) {
    const how = lane.swept ? 'swept' : 'removed';
    return `${name} ${how} after ${seconds(lane.removed - lane.sent)}`;
  }
  if (seen(lane.committed)) {
    return `${name} committed${written}`;
  }
  return lane.killed ? `${name} left by the killed server` : `${name} staged${written}`;
}

/** The lane in two or three words, for its label. */
function shortWords(lane) {
  if (seen(lane.left)) {
    return worksForNobody(lane) ? 'hung up, works on' : 'hung up';
  }
  if (seen(lane.silent)) {
    return worksForNobody(lane) ? 'silent, works on' : 'vanished';
  }
  if (seen(lane.answered)) {
    return `answered ${lane.status}`;
  }
  return seen(lane.brokenOff) ? 'cut off' : 'waits';
}

const goneAt = lane => seen(lane.left) ? lane.left : lane.silent;
const isDone = lane => seen(lane.left) || seen(lane.answered) || seen(lane.brokenOff);

/** Draws one lane: three bars, for the client, the handler and the file. */
export class LaneView {
  constructor(number) {
    this.element = document.createElement('li');
    this.label = part('span', 'label', this.element);
    this.words = part('span', 'hidden', this.element);
    this.track = part('span', 'track', this.element);
    this.track.setAttribute('aria-hidden', 'true');
    this.label.setAttribute('aria-hidden', 'true');
    part('b', '', this.label).textContent = `#${number} `;
    this.short = part('span', '', this.label);
    this.bars = new Map();
  }

  draw(lane, now, origin, scale, parts) {
    const end = origin + scale;
    const rest = isActive(lane, now) ? Math.min(now, end) : end;
    setText(this.short, shortWords(lane));
    setText(this.words, `Request ${lane.number}: client ${clientWords(lane)}. Handler ${handlerWords(lane, now)}. File: ${fileWords(lane, parts)}.`);
    this.element.className = isGone(lane) ? 'gone' : '';

    const clientEnd = firstSeen(lane.left, lane.silent, lane.answered, lane.brokenOff, now);
    const bar = (name, from, to) => this.bar(name, from, to, origin, end);
    bar('client', lane.sent, clientEnd);
    bar('mark ' + mark(lane), clientEnd, clientEnd);

    const handlerEnd = firstSeen(lane.ended, now);
    const turning = isGone(lane) ? Math.min(handlerEnd, Math.max(lane.begun, goneAt(lane))) : handlerEnd;
    bar('handler', lane.begun, seen(lane.begun) ? turning : -1);
    bar('handler wasted', isGone(lane) && seen(lane.begun) ? turning : -1, handlerEnd);
    bar('mark killed', lane.killed ? lane.ended : -1, lane.ended);

    const gone = firstSeen(lane.removed, rest);
    bar('file staged', lane.shared ? -1 : lane.written, firstSeen(lane.committed, lane.removed, rest));
    const garbage = leavesGarbage(lane);
    const since = garbage && isGone(lane) ? Math.max(lane.committed, goneAt(lane)) : lane.committed;
    bar('file', lane.committed, garbage ? since : gone);
    bar('file garbage', garbage ? since : -1, gone);
    bar('mark removed', lane.removed, lane.removed);
  }

  bar(name, from, to, origin, end) {
    let bar = this.bars.get(name);
    const shown = seen(from) && name !== 'mark none' && from <= end;
    if (!bar && !shown) {
      return;
    }
    if (!bar) {
      bar = part('i', (name.startsWith('mark') ? '' : 'bar ') + name, this.track);
      this.bars.set(name, bar);
    }
    bar.hidden = !shown;
    const at = time => 100 * (Math.min(time, end) - origin) / (end - origin);
    bar.style.left = at(from) + '%';
    bar.style.width = name.startsWith('mark') ? '' : Math.max(0, at(to) - at(from)) + '%';
  }
}

function mark(lane) {
  return seen(lane.left) ? 'left' : seen(lane.silent) ? 'silent' : seen(lane.answered) ? 'answered' : seen(lane.brokenOff) ? 'cut' : 'none';
}

const firstSeen = (...times) => times.find(seen);

export function part(name, className, parent) {
  const element = document.createElement(name);
  element.className = className;
  parent.append(element);
  return element;
}

/** Changes a text only if it is another one, so that nobody is told the same twice. */
export function setText(element, text) {
  if (element.textContent !== String(text)) {
    element.textContent = text;
  }
}
