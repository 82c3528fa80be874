/* The window with the notes: what the projector shows, what comes next, and the clock against the schedule. */
(() => {
  "use strict";

  const { all, make, store } = page;
  const KEPT = "speak";
  const MINUTE = 60_000;
  const at = id => document.getElementById(id);
  const choice = at("plan");
  const plans = all("[data-plan]");
  let kept = store.get(KEPT) ?? {};
  let projector = null;
  let shown = {};

  const items = () => all("li", plans.find(plan => plan.dataset.plan === choice.value));
  const isShown = item => Boolean(shown.chapter) && item.dataset.presents === shown.chapter;
  const name = item => item.querySelector("strong").textContent;

  function keep(changed) {
    kept = { ...kept, ...changed };
    store.set(KEPT, kept);
    show();
  }

  /* What comes between this item and the next chapter of the schedule, and that chapter. */
  function upcoming() {
    const rest = items().slice(items().findIndex(isShown) + 1);
    const chapter = rest.findIndex(item => item.dataset.presents);
    return chapter < 0 ? rest : rest.slice(0, chapter + 1);
  }

  const pageOf = item => item && item.dataset.presents + ".html";

  function aroundInSchedule() {
    const chapters = items().filter(item => item.dataset.presents);
    const here = chapters.findIndex(isShown);
    return here < 0 ? {} : { [-1]: pageOf(chapters[here - 1]), 1: pageOf(chapters[here + 1]) };
  }

  const minutes = time => `${Math.ceil(time)} min`;

  function verdict(elapsed) {
    const item = items().find(isShown);
    if (!item) {
      return shown.chapter ? "This is not in the schedule." : "";
    }
    const { from, to } = item.dataset;
    if (elapsed < from) {
      return `${minutes(from - elapsed)} ahead of the schedule`;
    }
    return elapsed <= to ? `${minutes(to - elapsed)} left for this` : `${minutes(elapsed - to)} behind the schedule`;
  }

  function showClock() {
    const elapsed = kept.started ? (Date.now() - kept.started) / MINUTE : 0;
    const whole = Math.floor(elapsed);
    at("clock").textContent = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
    at("verdict").textContent = kept.started ? verdict(elapsed) : "The clock stands still.";
    at("start-clock").textContent = kept.started ? "Start the clock anew" : "Start the clock";
    at("projector-note").hidden = Boolean(projector && !projector.closed);
  }

  function show() {
    plans.forEach(plan => {
      plan.hidden = plan.dataset.plan !== choice.value;
    });
    all("[data-plan] li").forEach(item => {
      item.ariaCurrent = isShown(item) ? "step" : null;
    });
    all("[data-notes]").forEach(notes => {
      notes.hidden = Boolean(shown.chapter) && notes.dataset.notes !== shown.chapter;
    });
    at("now").textContent = shown.title ?? "";
    at("place").textContent = shown.place ?? "";
    at("after").textContent = shown.next ?? upcoming().map(name).join(", then ");
    showClock();
  }

  const first = () => items().find(item => item.dataset.presents).dataset.presents;
  const open = () => page.project((shown.chapter ?? first()) + ".html");
  const send = message => projector?.postMessage(message, "*");
  const press = key => () => send({ key });

  addEventListener("message", ({ source, data }) => {
    if (source?.opener === window && data.shows) {
      projector = source;
      shown = data.shows;
      send({ around: aroundInSchedule() });
      show();
    }
  });
  choice.value = kept.plan ?? choice.value;
  choice.addEventListener("change", () => keep({ plan: choice.value }));
  at("start-clock").addEventListener("click", () => keep({ started: Date.now() }));
  at("open-projector").addEventListener("click", open);
  at("go-before").addEventListener("click", press("ArrowLeft"));
  at("go-next").addEventListener("click", press("ArrowRight"));
  page.keys({ p: open, ...Object.fromEntries(["ArrowRight", "ArrowLeft", "PageDown", "PageUp", "a"].map(key => [key, press(key)])) });
  show();
  setInterval(showClock, 1000);
})();
