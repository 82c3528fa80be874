/* What a learner has done: checkpoints, where they were, and taking it along. */
(() => {
  "use strict";

  const { all, make, store } = page;
  const course = document.querySelector(".brand span").textContent;
  const done = () => store.get("done") || {};

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
      const token = input.value.toLowerCase().replace(/[^0-9a-z]/g, "").replace(/^(.{4})(.+)$/, "$1-$2");
      if (!token) {
        refuse("Enter the token that the tests print when all of them are green.");
      } else if (!window.crypto?.subtle) {
        say(false, "This browser can’t check tokens on a page like this one. If your tests are green, go on.");
      } else if (await sha256(token) !== hash) {
        refuse("This is not the token of this step. It has the form xxxx-xxxx, and stands behind “All green”.");
      } else {
        const kept = store.set("done", { ...done(), [step]: new Date().toISOString() });
        say(true, kept ? "Right: this step is done." : "Right. This browser does not let the page remember it.");
        show();
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
      const there = all(".cover-chapters [data-chapter^='step-']").length;
      const count = all(".cover-chapters .done").length;
      line.textContent = count ? `${count} of ${there} steps are done.` : "";
    }
  }

  function resume() {
    const here = document.body.dataset;
    const button = document.getElementById("resume");
    const last = store.get("last");
    if (button && last && /^[\w-]+\.html$/.test(last.page) && last.page !== document.getElementById("start").getAttribute("href")) {
      button.href = last.page;
      button.textContent = "Go on: " + last.title;
      button.hidden = false;
    }
    if (here.page !== "index" && document.documentElement.dataset.edition !== "instructor") {
      store.set("last", { page: here.page + ".html", title: here.title });
    }
  }

  /* The steps that a file says are done; null if it is no file of this course. */
  function stepsIn(text) {
    try {
      const data = JSON.parse(text);
      if (data.course !== course) {
        return null;
      }
      return Object.fromEntries(Object.entries(data.done)
        .filter(([step, time]) => /^step-\d\d$/.test(step) && !isNaN(Date.parse(time))));
    } catch (broken) {
      return null;
    }
  }

  async function importFrom(file) {
    const note = document.getElementById("import-note");
    const found = stepsIn(await file.text());
    if (!found) {
      note.textContent = file.name + " has no progress of this course: choose a file that “Export my progress” has made.";
      return;
    }
    const kept = store.set("done", { ...found, ...done() });
    note.textContent = kept ? `Imported: ${Object.keys(found).length} of the steps are done there.`
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
    if (confirm("Forget which steps are done, and where you were?")) {
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
  resume();
})();
