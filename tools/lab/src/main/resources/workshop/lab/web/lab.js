/** The page of the lab: hears from the lab what happens, and tells it what to do. */

import {setText} from './element.js';
import {listen, now, told} from './feed.js';
import {Side} from './side.js';
import {Tour} from './tour.js';

const CALM_STEP = 500;
const SCALES = [3, 4, 6, 8, 10, 12, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600].map(s => s * 1000);
const STOPPED = ['killed', 'failed'];
const FIRST_WITH_STREAMS = 5;

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const sides = ['left', 'right'].map(name => new Side(name, command, drawSoon));
document.getElementById('sides').append(...sides.map(side => side.element));

let drawnAt = 0;
let drawnActive = false;
let waiting = false;
/** What was announced last, by side. */
let announced = new Map();

const value = id => document.getElementById(id).value;

async function command(body) {
  try {
    const answer = await fetch('commands', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-Lab-Token': document.querySelector('meta[name=lab-token]').content},
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
  const problem = document.getElementById('problem');
  problem.hidden = !text;
  setText(problem, text);
}

function targets() {
  const chosen = sides.filter(side => ['both', side.name].includes(value('target')));
  const withServer = chosen.filter(side => side.server.step > 0);
  return withServer.length > 0 ? withServer : chosen;
}

/** Kills what runs; if nothing does, the button starts what does not. */
const nothingRuns = () => targets().every(side => STOPPED.includes(side.server.state));

for (const button of document.querySelectorAll('[data-command]')) {
  button.addEventListener('click', async () => {
    const what = button.dataset.command === 'kill' && nothingRuns() ? 'start' : button.dataset.command;
    const ready = what === 'kill' ? targets().filter(side => side.server.state === 'running') : targets();
    const way = value('way');
    for (const side of ready) {
      if (!await command({command: what, side: side.name, way})) {
        break;
      }
    }
  });
}

for (const name of ['work', 'deadline']) {
  document.getElementById(name).addEventListener('change', () =>
    command({command: 'set', work: Number(value('work')), deadline: Number(value('deadline'))}));
}
document.getElementById('target').addEventListener('change', drawDesk);

function drawDesk() {
  drawKill();
  drawWays();
}

function drawKill() {
  const button = document.querySelector('[data-command=kill]');
  const start = nothingRuns();
  setText(button.querySelector('b'), start ? 'Start the server' : 'Kill the server');
  setText(button.querySelector('span'), start ? 'in the same directory' : 'as kill -9 does');
}

/** One stream can be left where there are some. */
function drawWays() {
  const ways = document.getElementById('way');
  const stream = ways.querySelector('[value=rst_stream]');
  stream.disabled = targets().every(side => side.server.step < FIRST_WITH_STREAMS);
  stream.hidden = stream.disabled;
  if (stream.disabled && stream.selected) {
    ways.value = 'fin';
  }
}

function hear(key) {
  if (key === '') {
    announced = new Map();
  }
  if (key === 'lab') {
    const {steps, work, deadline} = told(key);
    sides.forEach(side => side.offer(steps));
    document.getElementById('work').value = work;
    document.getElementById('deadline').value = deadline;
  }
  sides.filter(side => key === '' || key.startsWith(side.name)).forEach(side => { side.stale = true; });
  drawSoon();
}

function drawSoon() {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(draw);
  }
}

function draw(at) {
  waiting = false;
  sides.forEach(side => side.update());
  const active = sides.some(side => side.isActive());
  if (!active && drawnActive) {
    sides.forEach(side => { side.stale = true; }); // once more, for what it has come to
  }
  if (calm.matches && active && at - drawnAt < CALM_STEP) {
    setTimeout(drawSoon, CALM_STEP - (at - drawnAt));
    return;
  }
  if (!active && !sides.some(side => side.stale)) {
    return;
  }
  drawnAt = at;
  drawnActive = active;
  drawSides();
  drawDesk();
  announce();
  if (active) {
    drawSoon();
  }
}

/** Both sides have one axis: a run begins with its first request, on whichever side. */
function drawSides() {
  const shown = sides.flatMap(side => side.run);
  const origins = sides.map(side => {
    const fellows = shown.filter(request => request.run === side.run[0]?.run);
    return Math.min(now(), ...fellows.map(request => request.sent));
  });
  const longest = Math.max((told('lab')?.work ?? 0) * 1.5, ...sides.map((side, i) => side.span(origins[i]) + 300));
  const scale = SCALES.find(s => s >= longest) ?? longest;
  sides.forEach((side, i) => side.draw(origins[i], scale));
}

/**
 * Says what a run has come to once it is over, and what becomes of a server: no more than that. Each side has a line of its own, so
 * that what one has to say is not lost because the other comes a moment later.
 */
function announce() {
  for (const side of sides) {
    const news = [];
    const {state} = side.server;
    const active = side.isActive();
    const before = announced.get(side);
    if (before?.active && !active) {
      news.push(`${side.title()}: ${side.verdict()}`);
    }
    if (before && before.state !== state && ['running', ...STOPPED].includes(state)) {
      news.push(`${side.title()}: ${side.find('.state').textContent}`);
    }
    announced.set(side, {active, state});
    if (news.length > 0) {
      setText(document.getElementById('said-' + side.name), news.join(' '));
    }
  }
}

listen(hear, lost => complain(lost ? 'The connection to the lab is lost. If it has ended, start it again with ./workshop lab.' : ''));
new Tour(sides, command);
