/* What a page does that is served: it loads again when it is rendered anew, says what is wrong with the sources, and ticks what is solved. */

import { listen, told } from "./feed.js";

const { all, make, store } = page;
const STEP = /^step-\d\d$/;
const STATES = { green: "Green", red: "Red", waits: "Waits" };

/* What is told is in English, whatever the language of the page. */
const english = text => make("span", { lang: "en", textContent: text });

const problems = make("div", { className: "problems" });
problems.setAttribute("role", "status");
document.querySelector("main").prepend(problems);
let rendered = null;

function loadAgain({ time }) {
  if (rendered !== null && rendered !== time) {
    location.reload();
  }
  rendered = time;
}

function showProblems({ lines }) {
  problems.replaceChildren(...(lines.length ? [
    make("p", {}, make("strong", { textContent: "This page may not be what its sources say:" })),
    make("ul", {}, ...lines.map(line => make("li", {}, english(line))))
  ] : []));
}

/* The exercises of a step, where its token is asked for. */
function showExercises(form, step) {
  if (!form.exercises) {
    form.exercises = make("div", { className: "exercises", lang: document.documentElement.lang }, make("p"), make("ol"));
    form.exercises.firstChild.setAttribute("role", "status");
    form.querySelector(".checkpoint-title").after(form.exercises);
  }
  const [line, list] = form.exercises.children;
  line.textContent = step.tests.length ? `${step.solved} of ${step.exercises} exercises are solved.`
    : "Not tested yet: ./workshop watch ticks here what you have solved.";
  list.replaceChildren(...step.tests.map(({ name, state }) =>
    make("li", {}, make("span", { className: "state " + state, textContent: STATES[state] }), " ", english(name))));
}

function showStep(id, step) {
  all(`form.checkpoint[data-step="${id}"]`).forEach(form => showExercises(form, step));
  all(`.chapters [data-chapter="${id}"]`).forEach(entry => {
    entry.count ??= entry.appendChild(make("span", { className: "time" }));
    entry.count.textContent = step.solved && !step.done ? ` · ${step.solved} / ${step.exercises}` : "";
  });
  if (step.done && !store.get("done")?.[id]) {
    page.markDone(id);
  }
}

listen(key => {
  const message = told(key);
  if (key === "version") {
    loadAgain(message);
  } else if (key === "problems") {
    showProblems(message);
  } else if (STEP.test(key)) {
    showStep(key, message);
  }
}, () => {});
