/** The room as it is told: who is there, what is red, for how long. */

const learners = new Map();
const byId = id => document.getElementById(id);
let start = 0;
let hidden = false;

const now = () => performance.now() - start;

/** Minutes for which a test has been red: what the watch said, and what has passed since it was heard. */
function minutes(learner) {
  const since = learner.here ? (now() - learner.heard) / 1000 : 0;
  return Math.floor((learner.report.seconds + since) / 60);
}

function nameOf(learner, index) {
  return hidden ? `Learner ${index + 1}` : learner.report.name;
}

function cell(row, text, className = '') {
  const element = row.insertCell();
  element.textContent = text;
  element.className = className;
}

function stateOf({ here, report }) {
  if (!here) {
    return 'away';
  }
  return report.help ? 'asks for help' : '';
}

function worst(one, other) {
  return other.here - one.here || other.report.help - one.report.help || one.report.step - other.report.step
      || one.report.solved - other.report.solved || minutes(other) - minutes(one);
}

function showLearners(all) {
  const body = byId('learners');
  body.replaceChildren();
  [...all].sort(([, one], [, other]) => worst(one, other)).forEach(([index, learner]) => {
    const row = body.insertRow();
    row.className = learner.here ? (learner.report.help ? 'help' : '') : 'away';
    const who = document.createElement('th');
    who.scope = 'row';
    who.textContent = nameOf(learner, index);
    row.append(who);
    cell(row, String(learner.report.step).padStart(2, '0'));
    cell(row, `${learner.report.solved} of ${learner.report.exercises}`);
    cell(row, learner.report.red);
    cell(row, learner.report.red ? minutes(learner) : '', 'number');
    cell(row, stateOf(learner), 'state');
  });
}

/** A test that is red for two or more, the one with the most learners first. */
function showHolds(here) {
  const groups = Map.groupBy(here.filter(({ report }) => report.red), ({ report }) => `${report.step} ${report.red}`);
  const holds = [...groups.values()].filter(group => group.length > 1)
      .sort((one, other) => other.length - one.length || longest(other) - longest(one));
  byId('holds').replaceChildren(...holds.map(group => {
    const item = document.createElement('li');
    const count = document.createElement('b');
    count.textContent = `${group.length} learners`;
    item.append(count, ` for up to ${longest(group)} min, step ${String(group[0].report.step).padStart(2, '0')}: ${group[0].report.red}`);
    return item;
  }));
  byId('no-holds').hidden = holds.length > 0;
}

const longest = group => Math.max(...group.map(minutes));

function showSteps(here) {
  const groups = Map.groupBy(here, ({ report }) => report.step);
  byId('steps').replaceChildren(...[...groups].sort(([one], [other]) => one - other).map(([step, group]) => {
    const item = document.createElement('li');
    const bar = document.createElement('i');
    bar.style.width = `${100 * group.length / here.length}%`;
    item.append(`Step ${String(step).padStart(2, '0')}`, bar, String(group.length));
    return item;
  }));
}

function show() {
  const all = [...learners.values()];
  const here = all.filter(learner => learner.here);
  const asking = here.filter(learner => learner.report.help);
  showLearners(all.entries());
  showHolds(here);
  showSteps(here);
  const said = all.length === 0 ? 'Nobody has joined yet.'
    : `${here.length} of ${all.length} are here, ${asking.length} ${asking.length === 1 ? 'asks' : 'ask'} for help.`;
  if (byId('said').textContent !== said) {
    byId('said').textContent = said;
  }
}

function take(message) {
  if (message.key) {
    learners.set(message.key, message);
  } else if (message.gone === '') {
    learners.clear();
    start = performance.now() - message.now;
  } else {
    learners.delete(message.gone);
  }
}

function complain(text) {
  byId('problem').textContent = text;
  byId('problem').hidden = text === '';
}

function hideNames() {
  hidden = !hidden;
  byId('names').setAttribute('aria-pressed', hidden);
  show();
}

const events = new EventSource('events');
events.onmessage = event => {
  take(JSON.parse(event.data));
  show();
};
events.onopen = () => complain('');
events.onerror = () => complain('The connection to the room is lost. If it has ended, open it again with ./workshop room.');
byId('names').addEventListener('click', hideNames);
document.addEventListener('keydown', event => {
  if (event.key === 'n' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    hideNames();
  }
});
setInterval(show, 10_000);
