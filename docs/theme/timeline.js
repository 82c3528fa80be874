/* The player of the timeline. The pictures and their words are on the page; this shows them by and by. */
(function () {
  "use strict";

  var FRAME = 1000 / 30;
  var SPEED = 1; /* seconds of the story in one second */
  var PAUSE = 1600; /* between two events, where nothing may move */
  var calm = matchMedia("(prefers-reduced-motion: reduce)");

  function all(selector, within) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }

  function button(text) {
    var element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    return element;
  }

  function number(element, name) {
    return Number(element.getAttribute(name));
  }

  /* One story at a moment: bars have their length so far, what is to come is not there yet. */
  function draw(story, time, end) {
    all(".bar", story).forEach(function (bar) {
      var from = number(bar, "data-from");
      var to = number(bar, "data-to");
      var full = bar.fullWidth = bar.fullWidth || number(bar, "width");
      var part = Math.max(0, Math.min(1, (time - from) / (to - from)));
      bar.setAttribute("width", (full * part).toFixed(1));
    });
    all(".event", story).forEach(function (event) {
      event.classList.toggle("later", number(event, "data-at") > time);
    });
    var last = null;
    all(".story-events li", story).forEach(function (line) {
      var later = number(line, "data-at") > time;
      line.classList.toggle("later", later);
      line.classList.remove("now");
      last = later ? last : line;
    });
    if (last) {
      last.classList.add("now");
    }
    var playhead = story.querySelector("svg .now");
    playhead.setAttribute("transform", "translate(" + (time * 100) + " 0)");
    playhead.classList.toggle("over", time >= end);
    return last;
  }

  function player(box) {
    var end = number(box, "data-end");
    var stories = all(".story", box);
    var current = stories[0];
    var time = end;
    var timer = null;

    var list = document.createElement("div");
    list.className = "tablist";
    list.setAttribute("role", "group");
    list.setAttribute("aria-label", "Story");
    var controls = document.createElement("div");
    controls.className = "timeline-controls";
    var play = button("Play");
    var back = button("Back");
    var step = button("Step");
    var slider = document.createElement("input");
    var status = document.createElement("p");
    slider.type = "range";
    slider.min = 0;
    slider.max = end;
    slider.step = 0.1;
    slider.setAttribute("aria-label", "Time");
    status.className = "hidden";
    status.setAttribute("role", "status");
    controls.append(play, back, step, slider, status);

    function show(to, tell) {
      time = Math.max(0, Math.min(end, to));
      var last = draw(current, time, end);
      slider.value = time;
      slider.setAttribute("aria-valuetext", time.toFixed(1) + " seconds");
      if (tell && last) {
        status.textContent = last.textContent;
      }
    }

    function stop() {
      clearTimeout(timer);
      timer = null;
      play.textContent = "Play";
    }

    function moments() {
      return all(".story-events li", current).map(function (line) {
        return number(line, "data-at");
      });
    }

    function next() {
      var later = moments().filter(function (at) {
        return at > time + 0.001;
      });
      return later.length ? later[0] : end;
    }

    function before() {
      var earlier = moments().filter(function (at) {
        return at < time - 0.001;
      });
      return earlier.length ? earlier[earlier.length - 1] : 0;
    }

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

    function choose(story, from) {
      stop();
      current = story;
      stories.forEach(function (each) {
        each.hidden = each !== story;
      });
      all("button", list).forEach(function (each) {
        each.setAttribute("aria-pressed", String(each.story === story));
      });
      show(from, false);
    }

    stories.forEach(function (story) {
      var choice = button(story.querySelector(".story-title").textContent);
      choice.story = story;
      choice.addEventListener("click", function () {
        choose(story, end);
      });
      list.append(choice);
    });
    play.addEventListener("click", function () {
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
    step.addEventListener("click", function () {
      stop();
      show(time >= end ? moments()[0] : next(), true);
    });
    back.addEventListener("click", function () {
      stop();
      show(before(), true);
    });
    slider.addEventListener("input", function () {
      stop();
      show(Number(slider.value), false);
    });

    box.classList.add("player");
    box.insertBefore(list, box.firstChild);
    box.append(controls);
    var first = box.getAttribute("data-first");
    choose(stories.filter(function (story) {
      return story.getAttribute("data-story") === first;
    })[0] || stories[0], end);
  }

  all(".timeline", document).forEach(player);
}());
