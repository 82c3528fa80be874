/** The page of the lab: hears from the lab what happens, and tells it what to do. */

import {Side} from './side.js';
import {setText} from './lane.js';

const token = document.querySelector('meta[name=lab-token]').content;
const problem = document.getElementById('problem');
const said = document.getElementById('said');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const CALM_STEP = 500;
const SCALES = [3, 4, 6, 8, 10, 12, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600].map(s => s * 1000);

const sides = {left: new Side('left', command, drawSoon), right: new Side('right', command, drawSoon)};
document.getElementById('sides').append(sides.left.element, sides.right.element);

let lab = null;
let clock = 0;
let drawnAt = 0;
let drawnActive = false;
let wasActive = {};
let waiting = false;

const now = () => performance.now() - clock;

async function command(body) {
  try {
    const answer = await fetch('commands', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-Lab-Token': token},
      body: JSON.stringify(body),
    });
    complain(answer.ok ? '' : await answer.text());
    return answer.ok;
  } catch {
    complain('The lab does not answer: start it again with ./workshop lab, and load this page anew.');
    return false;
  }
}

function complain(text) {
  problem.hidden = !text;
  setText(problem, text);
}

function targets() {
  const target = document.getElementById('target').value;
  const chosen = target === 'both' ? Object.keys(sides) : [target];
  const withServer = chosen.filter(name => sides[name].server.step > 0);
  return withServer.length > 0 ? withServer : chosen;
}

/** Kills what runs; if nothing does, the button starts what does not. */
const nothingRuns = () => targets().every(name => ['killed', 'failed'].includes(sides[name].server.state));

for (const button of document.querySelectorAll('[data-command]')) {
  button.addEventListener('click', async () => {
    const what = button.dataset.command === 'kill' && nothingRuns() ? 'start' : button.dataset.command;
    const ready = what === 'kill' ? targets().filter(name => sides[name].server.state === 'running') : targets();
    const way = document.getElementById('way').value;
    for (const side of ready) {
      if (!await command({command: what, side, way})) {
        break;
      }
    }
  });
}

for (const name of ['work', 'deadline']) {
  document.getElementById(name).addEventListener('change', () => command({
    command: 'set',
    work: Number(document.getElementById('work').value),
    deadline: Number(document.getElementById('deadline').value),
  }));
}
document.getElementById('target').addEventListener('change', drawKill);

function drawKill() {
  const button = document.querySelector('[data-command=kill]');
  const start = nothingRuns();
  setText(button.querySelector('b'), start ? 'Start the server' : 'Kill the server');
  setText(button.querySelector('span'), start ? 'in the same directory' : 'as kill -9 does');
}

function hear(message) {
  if (message.gone === '') {
    clock = performance.now() - message.now;
    Object.values(sides).forEach(side => side.clear());
    lab = null;
    wasActive = {};
  } else if (message.gone) {
    const [name, ...rest] = message.gone.split('/');
    sides[name]?.forget(rest.join('/'));
  } else if (message.key === 'lab') {
    lab = message;
    Object.values(sides).forEach(side => side.offer(message.steps));
    document.getElementById('work').value = message.work;
    document.getElementById('deadline').value = message.deadline;
  } else {
    const [name, ...rest] = message.key.split('/');
    sides[name]?.told(rest.join('/'), message);
  }
  drawSoon();
}

function drawSoon() {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(draw);
  }
}

/** Both sides have one axis: a run begins with its first request, on whichever side. */
function draw(at) {
  waiting = false;
  const time = now();
  const active = Object.values(sides).some(side => side.isActive(time));
  if (!active && drawnActive) {
    Object.values(sides).forEach(side => { side.stale = true; }); // once more, for what it has come to
  }
  const stale = Object.values(sides).some(side => side.stale);
  if (calm.matches && active && at - drawnAt < CALM_STEP) {
    setTimeout(drawSoon, CALM_STEP - (at - drawnAt));
    return;
  }
  if (!active && !stale) {
    return;
  }
  drawnAt = at;
  drawnActive = active;
  const runs = Object.values(sides).map(side => side.run());
  const origins = runs.map(run => {
    const fellows = runs.flat().filter(lane => lane.run === run[0]?.run);
    return Math.min(time, ...fellows.map(lane => lane.sent));
  });
  const longest = Math.max((lab?.work ?? 0) * 1.5, ...Object.values(sides).map((side, i) => side.span(time, origins[i]) + 300));
  const scale = SCALES.find(s => s >= longest) ?? longest;
  Object.values(sides).forEach((side, i) => side.draw(time, origins[i], scale));
  drawKill();
  announce(time);
  if (active) {
    drawSoon();
  }
}

/** Says what a run has come to once it is over, and what becomes of a server: no more than that. */
function announce(time) {
  const news = [];
  for (const [name, side] of Object.entries(sides)) {
    const active = side.isActive(time);
    const state = side.server.state;
    if (wasActive[name]?.active && !active) {
      news.push(`${side.title()}: ${side.verdict(time)}`);
    }
    if (wasActive[name] && wasActive[name].state !== state && ['running', 'killed', 'failed'].includes(state)) {
      news.push(`${side.title()}: ${side.find('.state').textContent}`);
    }
    wasActive[name] = {active, state};
  }
  if (news.length > 0) {
    setText(said, news.join(' '));
  }
}

let events = null;

/** A hidden page hears nothing: a browser has few connections to one server, and many pages would use them up. */
function listen() {
  if (document.hidden) {
    events?.close();
    events = null;
  } else if (!events) {
    events = new EventSource('events');
    events.onmessage = event => hear(JSON.parse(event.data));
    events.onopen = () => complain('');
    events.onerror = () => complain('The connection to the lab is lost. If it has ended, start it again with ./workshop lab.');
  }
}

document.addEventListener('visibilitychange', listen);
listen();
