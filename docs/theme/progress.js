/* What a learner has done: checkpoints, where they were, and taking it along. */
(() => {
  "use strict";

  const { all, make, store } = page;
  const course = document.querySelector(".brand span").textContent;
  const chapters = all(".chapters [data-chapter]");
  const here = document.body.dataset.page;
  const done = () => store.get("done") || {};

  /* Returns whether the browser remembers it. */
  page.markDone = chapter => {
    const kept = store.set("done", { ...done(), [chapter]: new Date().toISOString() });
    document.dispatchEvent(new Event("progress"));
    return kept;
  };

  /* The page knows only the SHA-256 of a step's token. */
  async function sha256(text) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("");
  }

  function checkpoint(form) {
    const { step, hash } = form.dataset;
    const input = form.querySelector("input");
    const verdict = form.querySelector(".verdict");

    function say(good, text) {
      verdict.className = "verdict " + (good ? "good" : "bad");
      verdict.textContent = text;
      form.classList.toggle("passed", good);
      input.setAttribute("aria-invalid", !good);
    }

    function refuse(text) {
      say(false, text);
      input.focus();
    }

    function recall() {
      if (done()[step]) {
        say(true, `Done on ${new Date(done()[step]).toLocaleDateString()}.`);
        input.removeAttribute("aria-invalid");
      }
    }

    recall();
    document.addEventListener("progress", recall); // what the page has heard, where it is served
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const printed = input.value.split(":").pop(); /* the whole line that the terminal prints will do, too */
      const token = printed.toLowerCase().replace(/[^0-9a-z]/g, "").replace(/^(.{4})(.+)$/, "$1-$2");
      if (!token) {
        refuse("Enter the token that the tests print when all of them are green.");
      } else if (!window.crypto?.subtle) {
        say(false, "This browser can’t check tokens on a page like this one. If your tests are green, go on.");
      } else if (await sha256(token) !== hash) {
        refuse("This is not the token of this step. It has the form xxxx-xxxx, and stands behind “All green”.");
      } else {
        say(true, page.markDone(step) ? "Right: this step is done." : "Right. This browser does not let the page remember it.");
      }
    });
  }

  function show() {
    const steps = done();
    all("[data-chapter]").forEach(entry => {
      const isDone = Boolean(steps[entry.dataset.chapter]);
      entry.classList.toggle("done", isDone);
      entry.querySelector(".done-word").hidden = !isDone;
    });
    const line = document.getElementById("progress");
    if (line) {
      const there = all(".cover-chapters [data-chapter^='step-']");
      const count = there.filter(step => steps[step.dataset.chapter]).length;
      line.textContent = count ? `${count} of ${there.length} steps are done.` : "";
      resume(document.getElementById("resume"));
    }
  }

  /* Leads to the chapter that was open last, or to the first one behind it that is not done. */
  function resume(button) {
    const toWorkThrough = chapters.filter(chapter => chapter.querySelector(".time"));
    const last = toWorkThrough.findIndex(chapter => chapter.dataset.chapter === store.get("last"));
    const next = toWorkThrough.slice(Math.max(0, last)).find(chapter => !chapter.classList.contains("done"))?.querySelector("a");
    button.hidden = !next || next.href === document.getElementById("start").href;
    if (next) {
      button.href = next.href;
      button.textContent = "Go on: " + next.textContent;
    }
  }

  /* Where the reader is. A chapter without a checkpoint is done when its end was on the screen, and its questions are answered. */
  function keepUp() {
    if (document.querySelector(".chapter-head .time")) {
      store.set("last", here);
    }
    const end = document.querySelector(".before-after");
    if (!end || document.querySelector("form.checkpoint")) {
      return;
    }
    let seen = false;
    const look = () => {
      if (seen && !done()[here] && all("form.quiz").every(quiz => quiz.querySelector(":checked"))) {
        page.markDone(here);
      }
    };
    new IntersectionObserver(([entry]) => {
      seen ||= entry.isIntersecting;
      look();
    }).observe(end);
    document.addEventListener("change", look);
  }

  /* The chapters that a file says are done; null if it is no file of this course. */
  function chaptersIn(text) {
    try {
      const data = JSON.parse(text);
      if (data.course !== course) {
        return null;
      }
      return Object.fromEntries(Object.entries(data.done)
        .filter(([id, time]) => chapters.some(chapter => chapter.dataset.chapter === id) && !isNaN(Date.parse(time))));
    } catch (broken) {
      return null;
    }
  }

  async function importFrom(file) {
    const note = document.getElementById("import-note");
    const found = chaptersIn(await file.text());
    if (!found) {
      note.textContent = file.name + " has no progress of this course: choose a file that “Export my progress” has made.";
      return;
    }
    const kept = store.set("done", { ...found, ...done() });
    note.textContent = kept ? `Imported: ${Object.keys(found).length} of the chapters are done there.`
      : "This browser does not let the page remember it.";
    show();
  }

  function exportAll() {
    const text = JSON.stringify({ course, exported: new Date().toISOString(), done: done() }, null, 2) + "\n";
    const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    make("a", { href, download: "client-hangs-up-progress.json" }).click();
    URL.revokeObjectURL(href);
  }

  function reset() {
    if (confirm("Forget what is done, what you have answered, and where you were?")) {
      store.clear();
      location.reload();
    }
  }

  const file = document.getElementById("import-file");
  file.addEventListener("change", () => {
    if (file.files.length) {
      importFrom(file.files[0]);
      file.value = "";
    }
  });
  document.getElementById("export").addEventListener("click", exportAll);
  document.getElementById("import").addEventListener("click", () => file.click());
  document.getElementById("reset").addEventListener("click", reset);

  all("form.checkpoint").forEach(checkpoint);
  document.addEventListener("progress", show);
  show();
  if (document.documentElement.dataset.edition !== "instructor") {
    keepUp();
  }
})();
