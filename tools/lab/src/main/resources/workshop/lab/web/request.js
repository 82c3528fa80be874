/** What has been seen of one request, and what it is called. A time of -1 is one that has not been seen. */

export const seen = time => time >= 0;
export const firstSeen = (...times) => times.find(seen);
const seconds = millis => (millis / 1000).toFixed(1) + ' s';

/** A handler may begin a moment after its client has left. */
const TO_BEGIN = 1000;

const isDone = request => seen(request.left) || seen(request.answered) || seen(request.cut);

export const isActive = (request, now) => !seen(request.ended)
  && (seen(request.begun) || !isDone(request) || now - Math.max(request.left, request.cut) < TO_BEGIN);

export const isGone = request => seen(request.forNobody);

/** When the handler began to work for nobody: its client may have left before. */
export const wastedSince = request => Math.max(request.begun, request.forNobody);

export function wasted(request, now) {
  return seen(request.begun) && isGone(request) ? Math.max(0, firstSeen(request.ended, now) - wastedSince(request)) : 0;
}

/** Whether the handler works on although its client is gone. */
export const worksForNobody = request => isGone(request) && seen(request.begun) && !seen(request.ended);

/** Whether its answer has arrived at a client that nobody waits for any more. */
export const isUnread = request => seen(request.given_up) && seen(request.answered);

/** Whether its client was told that it has failed, such as by a 503. */
export const isRefused = request => seen(request.answered) && request.status >= 400;

/** Whether its file is there although nobody asked for it, or was left there by a killed server. */
const leavesFile = request => request.garbage || request.killed && seen(request.written) && !seen(request.removed);

/** What has become of it, in a word: each request has become one thing, so that they can be counted. */
export function become(request) {
  if (worksForNobody(request)) {
    return 'wasted';
  }
  switch (clientEnd(request)) {
    case undefined: return 'waits';
    case 'answered': return isRefused(request) ? 'refused' : 'answered';
    case 'cut': return 'cut';
    default: return leavesFile(request) ? 'garbage' : 'gone';
  }
}

/** The last moment that counts for the axis. */
export const lastMoment = (request, now) => isActive(request, now) ? now
  : Math.max(request.sent, request.ended, request.left, request.silent, request.given_up, request.answered, request.cut);

/** How the client's wait has ended, as a word; nothing while it waits. */
export function clientEnd(request) {
  return ['left', 'silent', 'given_up', 'answered', 'cut'].find(end => seen(request[end]));
}

/** The request in two or three words, for its label. */
export function shortWords(request) {
  const goesOn = worksForNobody(request);
  switch (clientEnd(request)) {
    case 'left': return goesOn ? 'hung up, works on' : 'hung up';
    case 'silent': return goesOn ? 'silent, works on' : 'vanished';
    case 'given_up': return goesOn ? 'given up, works on' : 'given up';
    case 'answered': return `answered ${request.status}`;
    case 'cut': return 'cut off';
    default: return 'waits';
  }
}

/** All that has been seen of it. `parts` is how many parts the work has; 0 if it is one piece. */
export const allWords = (request, now, parts) =>
  `client ${clientWords(request)}. Handler ${handlerWords(request, now)}. File: ${fileWords(request, parts)}.`;

export function clientWords(request) {
  const end = clientEnd(request);
  const after = `after ${seconds(request[end] - request.sent)}`;
  switch (end) {
    case 'left': return `hung up ${after} (${request.way})`;
    case 'silent': return `vanished ${after}` + (seen(request.answered) ? `; the answer ${request.status} reached nobody` : '');
    case 'given_up': return `was given up ${after}, connected` + (isUnread(request) ? `; the answer ${request.status} arrived unread` : '');
    case 'answered': return `got ${request.status} ${after}`;
    case 'cut': return `lost its connection ${after}`;
    default: return 'waits';
  }
}

export function handlerWords(request, now) {
  if (!seen(request.begun)) {
    return 'has not begun';
  }
  const noticed = seen(request.noticed) && seen(request.left)
    ? `; noticed within ${Math.max(1, request.noticed - request.left)} ms` : '';
  if (!seen(request.ended)) {
    return (isGone(request) ? 'works on for nobody' : 'at work') + noticed;
  }
  const much = wasted(request, now);
  const forNobody = much >= 50 ? `, ${seconds(much)} of it for nobody` : '';
  return `${request.killed ? 'killed after' : 'worked'} ${seconds(request.ended - request.begun)}${forNobody}${noticed}`;
}

export function fileWords(request, parts) {
  if (!seen(request.written)) {
    return 'none';
  }
  if (request.shared) {
    return seen(request.removed) ? `wrote ${request.file}, which is gone` : `wrote ${request.file}, which stays`;
  }
  const name = request.file.slice(0, 8) + '…';
  const written = parts > 0 ? ` (${request.parts} of ${parts} parts)` : '';
  if (seen(request.removed)) {
    return `${name} ${request.swept ? 'swept' : 'removed'} after ${seconds(request.removed - request.sent)}`;
  }
  if (seen(request.committed)) {
    return `${name} committed${written}`;
  }
  return request.killed ? `${name} left by the killed server` : `${name} staged${written}`;
}
