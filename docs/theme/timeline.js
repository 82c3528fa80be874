/* The player of the timeline. The pictures and their words are on the page; this shows them by and by. */
(() => {
  "use strict";

  const { all, make } = page;
  const FRAME = 1000 / 30;
  const SPEED = 1; /* seconds of the story in one second */
  const PAUSE = 1600; /* between two events, where nothing may move */
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const button = text => make("button", { type: "button" }, text);

  /* Where the picture is wider than its window, the moment is in the middle; at the end, what has become of the file, or of the stream that is reset. */
  function follow(story, mark) {
    const window = story.querySelector(".scroll");
    const { left, width } = mark.getBoundingClientRect();
    window.scrollLeft += left + width / 2 - window.getBoundingClientRect().left - window.clientWidth / 2;
  }

  /* One story at a moment: bars have their length so far, what is to come is not there yet. The line that is told now. */
  function draw(story, time, end) {
    all(".bar", story).forEach(bar => {
      const { from, to } = bar.dataset;
      bar.fullWidth ||= Number(bar.getAttribute("width"));
      const part = Math.max(0, Math.min(1, (time - from) / (to - from)));
      bar.setAttribute("width", (bar.fullWidth * part).toFixed(1));
    });
    all("[data-at]", story).forEach(moment => moment.classList.toggle("later", moment.dataset.at > time));
    const lines = all(".story-events li", story);
    const last = lines.findLast(line => line.dataset.at <= time);
    lines.forEach(line => line.classList.toggle("now", line === last));
    const playhead = story.querySelector("svg .now");
    playhead.setAttribute("transform", `translate(${time * 100} 0)`);
    playhead.classList.toggle("over", time >= end);
    follow(story, time < end ? playhead : all(".event.file, .event.stream_3", story).at(-1));
    return last;
  }

  function player(box) {
    const end = Number(box.dataset.end);
    const stories = all(".story", box);
    const play = button("Play");
    const back = button("Back");
    const step = button("Step");
    const slider = make("input", { type: "range", min: 0, max: end, step: 0.1, ariaLabel: "Time" });
    const status = make("p", { className: "hidden", role: "status" });
    const choices = stories.map(story => button(story.querySelector(".story-title").textContent));
    let current = stories[0];
    let time = end;
    let timer = null;

    function show(to, tell) {
      time = Math.max(0, Math.min(end, to));
      const last = draw(current, time, end);
      slider.value = time;
      slider.ariaValueText = time.toFixed(1) + " seconds";
      if (tell && last) {
        status.textContent = last.textContent;
      }
    }

    function stop() {
      clearTimeout(timer);
      timer = null;
      play.textContent = "Play";
    }

    const moments = () => all(".story-events li", current).map(line => Number(line.dataset.at));
    const next = () => moments().find(at => at > time + 0.001) ?? end;
    const before = () => moments().findLast(at => at < time - 0.001) ?? 0;

    function tick() {
      if (calm.matches) {
        show(next(), true);
      } else {
        show(time + SPEED * FRAME / 1000, false);
      }
      if (time >= end) {
        stop();
        status.textContent = "The end of the story: " + current.querySelector(".story-title").textContent;
      } else {
        timer = setTimeout(tick, calm.matches ? PAUSE : FRAME);
      }
    }

    function choose(story) {
      stop();
      current = story;
      stories.forEach((each, at) => {
        each.hidden = each !== story;
        choices[at].setAttribute("aria-pressed", each === story);
      });
      show(end, false);
    }

    choices.forEach((choice, at) => choice.addEventListener("click", () => choose(stories[at])));
    play.addEventListener("click", () => {
      if (timer) {
        stop();
        return;
      }
      if (time >= end) {
        show(0, false);
      }
      play.textContent = "Pause";
      tick();
    });
    step.addEventListener("click", () => {
      stop();
      show(time >= end ? moments()[0] : next(), true);
    });
    back.addEventListener("click", () => {
      stop();
      show(before(), true);
    });
    slider.addEventListener("input", () => {
      stop();
      show(Number(slider.value), false);
    });

    box.classList.add("player");
    box.prepend(make("div", { className: "tablist", role: "group", ariaLabel: "Story" }, ...choices));
    box.append(make("div", { className: "timeline-controls" }, play, back, step, slider, status));
    choose(stories.find(story => story.dataset.story === box.dataset.first) ?? stories[0]);
  }

  all(".timeline").forEach(player);
})();
