/** What a run has come to, in a sentence or two. */

import {clientEnd, isActive, isGone, isRefused, isUnread, wasted, worksForNobody} from './request.js';

const count = (number, one, many = one + 's') => `${number} ${number === 1 ? one : many}`;

/** What a client did for which nobody waits any more. */
const ENDS = {left: 'hung up', silent: 'vanished', given_up: 'gave up but stayed connected'};

export function verdict(run, now) {
  if (run.length === 0) {
    return '';
  }
  if (run.some(request => isActive(request, now))) {
    const forNobody = run.filter(worksForNobody).length;
    return forNobody > 0 ? `${count(forNobody, 'handler works', 'handlers work')} for nobody.` : 'At work.';
  }
  if (run.some(request => request.killed)) {
    return afterKill(run);
  }
  return run.some(isGone) ? afterLeaving(run, now) : afterAnswers(run);
}

/** The class that colours the verdict. */
export function mood(run, now) {
  if (run.some(request => request.garbage || request.killed && request.removed < 0)) {
    return 'bad';
  }
  if (run.some(request => isRefused(request) || wasted(request, now) >= 500)) {
    return 'meagre';
  }
  return run.length > 0 && !run.some(request => isActive(request, now)) ? 'good' : '';
}

function afterKill(run) {
  const killed = run.filter(request => request.killed);
  const left = killed.filter(request => request.written >= 0 && request.removed < 0).length;
  const swept = run.filter(request => request.swept).length;
  const middle = `Killed in the middle of ${count(killed.length, 'request')}`;
  return swept > 0
    ? `${middle}. The next start swept ${count(swept, 'staged file')}.`
    : `${middle}: ${count(left, 'file')} left as ${left === 1 ? 'it was' : 'they were'}.`;
}

function afterAnswers(run) {
  const statuses = [...new Set(run.filter(request => request.answered >= 0).map(request => request.status))].sort();
  const stayed = run.length === 1 ? 'The client stayed.' : `${run.length} clients stayed.`;
  return stayed + (statuses.length === 0 ? '' : ` The answer: ${statuses.join(', ')}.`);
}

function afterLeaving(run, now) {
  const gone = run.filter(isGone);
  const who = run.length === 1 ? 'The client' : `${gone.length} of ${run.length} clients`;
  const verb = [...new Set(gone.map(request => ENDS[clientEnd(request)]))].join(' or ');
  const lost = gone.reduce((sum, request) => sum + wasted(request, now), 0);
  const work = lost < 50 ? 'The server stopped at once.' : `The server worked ${(lost / 1000).toFixed(1)} s for nobody.`;
  return `${who} ${verb}. ${work} ${unread(gone)}${whatStays(run.filter(request => request.garbage))}`;
}

function unread(gone) {
  const statuses = [...new Set(gone.filter(isUnread).map(request => request.status))].sort();
  return statuses.length === 0 ? '' : `The answer arrived, and nobody read it: ${statuses.join(', ')}. `;
}

function whatStays(garbage) {
  if (garbage.length === 0) {
    return 'Nothing stays behind.';
  }
  return garbage.some(request => request.shared)
    ? `What ${garbage.length === 1 ? 'it' : garbage.length + ' of them'} wrote stays.`
    : `${count(garbage.length, 'file')} nobody asked for ${garbage.length === 1 ? 'stays' : 'stay'}.`;
}
