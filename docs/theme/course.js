/* What the pages of the course do beyond showing text: colours, tabs, copying, questions, checkpoints, progress. */
(function () {
  "use strict";

  var PREFIX = "client-hangs-up.";
  var root = document.documentElement;
  var learner = root.getAttribute("data-edition") !== "instructor";

  /* A page opened from a disk may have no storage: then nothing is remembered, and all else works. */
  var store = {
    get: function (key) {
      try {
        return JSON.parse(localStorage.getItem(PREFIX + key));
      } catch (refused) {
        return null;
      }
    },
    set: function (key, value) {
      try {
        localStorage.setItem(PREFIX + key, JSON.stringify(value));
        return true;
      } catch (refused) {
        return false;
      }
    },
    clear: function () {
      try {
        Object.keys(localStorage).filter(function (key) {
          return key.indexOf(PREFIX) === 0 && key !== PREFIX + "theme";
        }).forEach(function (key) {
          localStorage.removeItem(key);
        });
      } catch (refused) {
        /* nothing was kept */
      }
    }
  };

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function make(name, className, text) {
    var element = document.createElement(name);
    element.className = className || "";
    if (text) {
      element.textContent = text;
    }
    return element;
  }

  /* Colours */

  function theme() {
    var button = document.getElementById("theme");
    var dark = function () {
      var chosen = root.getAttribute("data-theme");
      return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    };
    var show = function () {
      button.setAttribute("aria-pressed", String(dark()));
    };
    button.addEventListener("click", function () {
      var next = dark() ? "light" : "dark";
      root.setAttribute("data-theme", next);
      try {
        localStorage.setItem(PREFIX + "theme", next);
      } catch (refused) {
        /* for this page only */
      }
      show();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    show();
  }

  /* Tabs: the choice holds for all of them, on all pages. */

  function choose(group, name) {
    all(".tabs[data-tabs='" + group + "']").forEach(function (tabs) {
      all(".tab", tabs).forEach(function (panel) {
        panel.hidden = panel.getAttribute("data-tab") !== name;
      });
      all("[role=tab]", tabs).forEach(function (tab) {
        var selected = tab.getAttribute("data-tab") === name;
        tab.setAttribute("aria-selected", String(selected));
        tab.tabIndex = selected ? 0 : -1;
      });
    });
  }

  function tabs() {
    all(".tabs").forEach(function (box, number) {
      var group = box.getAttribute("data-tabs");
      var panels = all(".tab", box);
      var list = make("div", "tablist");
      list.setAttribute("role", "tablist");
      list.setAttribute("aria-label", box.getAttribute("data-label"));
      panels.forEach(function (panel, at) {
        var name = panel.getAttribute("data-tab");
        var tab = make("button", "", panel.getAttribute("data-title"));
        tab.type = "button";
        tab.id = "tab-" + number + "-" + name;
        tab.setAttribute("role", "tab");
        tab.setAttribute("data-tab", name);
        tab.setAttribute("aria-controls", "panel-" + number + "-" + name);
        panel.id = "panel-" + number + "-" + name;
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", tab.id);
        tab.addEventListener("click", function () {
          var before = tab.getBoundingClientRect().top;
          choose(group, name);
          scrollBy(0, tab.getBoundingClientRect().top - before);
          store.set("tabs." + group, name);
        });
        tab.addEventListener("keydown", function (event) {
          var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (step) {
            var next = all("[role=tab]", list)[(at + step + panels.length) % panels.length];
            next.focus();
            next.click();
            event.preventDefault();
          }
        });
        list.appendChild(tab);
      });
      box.insertBefore(list, box.firstChild);
    });
    all(".tabs").map(function (box) {
      return box.getAttribute("data-tabs");
    }).filter(function (group, at, groups) {
      return groups.indexOf(group) === at;
    }).forEach(function (group) {
      var windows = /Windows/.test(navigator.userAgent) ? "powershell" : "unix";
      var name = store.get("tabs." + group) || windows;
      var known = document.querySelector(".tabs[data-tabs='" + group + "'] .tab[data-tab='" + name + "']");
      choose(group, known ? name : windows);
    });
  }

  /* Copying: commands without prompts and output, code without the numbers in it. */

  function textOf(pre) {
    var commands = all(".command", pre);
    if (commands.length) {
      return commands.map(function (command) {
        return command.textContent;
      }).join("\n");
    }
    var copy = pre.cloneNode(true);
    all(".conum, .prompt, .word", copy).forEach(function (mark) {
      mark.remove();
    });
    return copy.textContent.replace(/[ \t]+$/gm, "").replace(/\n+$/, "");
  }

  function copied(text) {
    if (navigator.clipboard && navigator.clipboard.writeText) {
      return navigator.clipboard.writeText(text);
    }
    return Promise.reject(new Error("no clipboard"));
  }

  function copyButtons() {
    all("pre").forEach(function (pre) {
      if (pre.closest(".change") || (pre.closest(".terminal") && !pre.querySelector(".command"))) {
        return;
      }
      var button = make("button", "copy", "Copy");
      button.type = "button";
      button.setAttribute("aria-label", pre.querySelector(".command") ? "Copy the command" : "Copy the code");
      button.addEventListener("click", function () {
        copied(textOf(pre)).then(function () {
          button.textContent = "Copied";
        }, function () {
          getSelection().selectAllChildren(pre);
          button.textContent = "Selected";
        }).then(function () {
          setTimeout(function () {
            button.textContent = "Copy";
          }, 2000);
        });
      });
      var frame = pre.closest(".terminal");
      if (!frame) {
        frame = make("div", "code-frame");
        pre.parentNode.insertBefore(frame, pre);
        frame.appendChild(pre);
      }
      frame.classList.add("code-frame");
      frame.insertBefore(button, pre);
    });
  }

  /* Questions */

  function quizzes() {
    all("form.quiz").forEach(function (quiz) {
      quiz.addEventListener("change", function (event) {
        all(".choice", quiz).forEach(function (choice) {
          choice.classList.toggle("chosen", choice.contains(event.target));
        });
        var chosen = event.target.closest(".choice");
        quiz.querySelector(".quiz-verdict").textContent = chosen.querySelector(".feedback").textContent;
      });
    });
  }

  /* Checkpoints: the page knows only the SHA-256 of a step's token. */

  function sha256(text) {
    return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)).then(function (digest) {
      return Array.prototype.map.call(new Uint8Array(digest), function (byte) {
        return ("0" + byte.toString(16)).slice(-2);
      }).join("");
    });
  }

  function done() {
    return store.get("done") || {};
  }

  function checkpoints() {
    all("form.checkpoint").forEach(function (form) {
      var input = form.querySelector("input");
      var verdict = form.querySelector(".verdict");
      var say = function (good, text) {
        verdict.className = "verdict " + (good ? "good" : "bad");
        verdict.textContent = text;
        form.classList.toggle("passed", good);
        input.setAttribute("aria-invalid", String(!good));
      };
      if (done()[form.getAttribute("data-step")]) {
        say(true, "Done on " + new Date(done()[form.getAttribute("data-step")]).toLocaleDateString() + ".");
        input.removeAttribute("aria-invalid");
      }
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        var token = input.value.toLowerCase().replace(/[^0-9a-z]/g, "").replace(/^(.{4})(.+)$/, "$1-$2");
        if (!token) {
          say(false, "Enter the token that the tests print when all of them are green.");
          input.focus();
          return;
        }
        if (!window.crypto || !crypto.subtle) {
          say(false, "This browser can’t check tokens on a page like this one. If your tests are green, go on.");
          return;
        }
        sha256(token).then(function (hash) {
          if (hash !== form.getAttribute("data-hash")) {
            say(false, "This is not the token of this step. It has the form xxxx-xxxx, and stands behind “All green”.");
            input.focus();
            return;
          }
          var steps = done();
          steps[form.getAttribute("data-step")] = new Date().toISOString();
          say(true, store.set("done", steps) ? "Right: this step is done." : "Right. This browser does not let the page remember it.");
          progress();
        });
      });
    });
  }

  /* Progress */

  function progress() {
    var steps = done();
    all("[data-chapter]").forEach(function (entry) {
      var isDone = Boolean(steps[entry.getAttribute("data-chapter")]);
      entry.classList.toggle("done", isDone);
      entry.querySelector(".done-word").hidden = !isDone;
    });
    var line = document.getElementById("progress");
    if (line) {
      var there = all(".cover-chapters [data-chapter^='step-']").length;
      var count = all(".cover-chapters .done").length;
      line.textContent = count ? count + " of " + there + " steps are done." : "";
    }
  }

  function resume() {
    var page = document.body.getAttribute("data-page");
    var button = document.getElementById("resume");
    var last = store.get("last");
    var start = document.getElementById("start");
    if (button && last && /^[\w-]+\.html$/.test(last.page) && last.page !== start.getAttribute("href")) {
      button.href = last.page;
      button.textContent = "Go on: " + last.title;
      button.hidden = false;
    }
    if (page !== "index" && learner) {
      store.set("last", { page: page + ".html", title: document.body.getAttribute("data-title") });
    }
  }

  /* The steps that a file says are done; null if it is no file of this course. */
  function stepsIn(text) {
    var data;
    try {
      data = JSON.parse(text);
    } catch (broken) {
      return null;
    }
    if (!data || typeof data.done !== "object" || data.course !== document.querySelector(".brand span").textContent) {
      return null;
    }
    var steps = {};
    Object.keys(data.done || {}).forEach(function (step) {
      if (/^step-\d\d$/.test(step) && !isNaN(Date.parse(data.done[step]))) {
        steps[step] = data.done[step];
      }
    });
    return steps;
  }

  function importFrom(file) {
    var note = document.getElementById("import-note");
    file.text().then(stepsIn).then(function (found) {
      if (!found) {
        note.textContent = file.name + " has no progress of this course: choose a file that “Export my progress” has made.";
        return;
      }
      var steps = done();
      Object.keys(found).forEach(function (step) {
        steps[step] = steps[step] || found[step];
      });
      var kept = store.set("done", steps);
      note.textContent = kept ? "Imported: " + Object.keys(found).length + " of the steps are done there."
                              : "This browser does not let the page remember it.";
      progress();
    });
  }

  function exportImportReset() {
    document.getElementById("export").addEventListener("click", function () {
      var data = { course: document.querySelector(".brand span").textContent, exported: new Date().toISOString(), done: done() };
      var link = make("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2) + "\n"], { type: "application/json" }));
      link.download = "client-hangs-up-progress.json";
      link.click();
      URL.revokeObjectURL(link.href);
    });
    var file = document.getElementById("import-file");
    document.getElementById("import").addEventListener("click", function () {
      file.click();
    });
    file.addEventListener("change", function () {
      if (file.files.length) {
        importFrom(file.files[0]);
        file.value = "";
      }
    });
    document.getElementById("reset").addEventListener("click", function () {
      if (confirm("Forget which steps are done, and where you were?")) {
        store.clear();
        location.reload();
      }
    });
  }

  /* The section that is being read, in the contents */

  function reading() {
    var links = all(".contents a");
    if (!links.length || !window.IntersectionObserver) {
      return;
    }
    var mark = function () {
      var current = links.filter(function (link) {
        return document.getElementById(link.getAttribute("href").slice(1)).getBoundingClientRect().top < innerHeight / 3;
      }).pop();
      links.forEach(function (link) {
        if (link === current) {
          link.setAttribute("aria-current", "true");
        } else {
          link.removeAttribute("aria-current");
        }
      });
    };
    addEventListener("scroll", mark, { passive: true });
    mark();
  }

  theme();
  tabs();
  copyButtons();
  quizzes();
  checkpoints();
  progress();
  resume();
  exportImportReset();
  reading();
}());
