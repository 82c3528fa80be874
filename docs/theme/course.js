/* What the pages of the course do beyond showing text: colours, tabs, copying, questions, contents. */
(() => {
  "use strict";

  const { all, make, store } = page;

  function theme() {
    const root = document.documentElement;
    const button = document.getElementById("theme");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const show = () => button.setAttribute("aria-pressed", dark());
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      store.setTheme(root.dataset.theme);
      show();
    });
    system.addEventListener("change", show);
    show();
  }

  /* Tabs: the choice holds for all of them, on all pages. */

  function choose(group, name) {
    all(`.tabs[data-tabs='${group}']`).forEach(tabs => {
      all(".tab", tabs).forEach(panel => {
        panel.hidden = panel.dataset.tab !== name;
      });
      all("[role=tab]", tabs).forEach(tab => {
        const selected = tab.dataset.tab === name;
        tab.setAttribute("aria-selected", selected);
        tab.tabIndex = selected ? 0 : -1;
      });
    });
  }

  function tabFor(panel, group, number) {
    const name = panel.dataset.tab;
    const tab = make("button", { type: "button", id: `tab-${number}-${name}`, role: "tab" }, panel.dataset.title);
    tab.dataset.tab = name;
    panel.id = `panel-${number}-${name}`;
    panel.role = "tabpanel";
    panel.setAttribute("aria-labelledby", tab.id);
    tab.setAttribute("aria-controls", panel.id);
    tab.addEventListener("click", () => {
      const before = tab.getBoundingClientRect().top;
      choose(group, name);
      scrollBy(0, tab.getBoundingClientRect().top - before);
      store.set("tabs." + group, name);
    });
    tab.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const list = [...tab.parentElement.children];
        const next = list[(list.indexOf(tab) + step + list.length) % list.length];
        next.focus();
        next.click();
        event.preventDefault();
      }
    });
    return tab;
  }

  function tabs() {
    const usual = /Windows/.test(navigator.userAgent) ? "powershell" : "unix";
    all(".tabs").forEach((box, number) => {
      const tabs = all(".tab", box).map(panel => tabFor(panel, box.dataset.tabs, number));
      box.prepend(make("div", { className: "tablist", role: "tablist", ariaLabel: box.dataset.label }, ...tabs));
    });
    new Set(all(".tabs").map(box => box.dataset.tabs)).forEach(group => {
      const name = store.get("tabs." + group) || usual;
      const known = document.querySelector(`.tabs[data-tabs='${group}'] .tab[data-tab='${name}']`);
      choose(group, known ? name : usual);
    });
  }

  /* Copying: commands without prompts and output, code without the numbers in it. */

  function textOf(pre) {
    const commands = all(".command", pre);
    if (commands.length) {
      return commands.map(command => command.textContent).join("\n");
    }
    const copy = pre.cloneNode(true);
    all(".conum, .prompt, .word", copy).forEach(mark => mark.remove());
    return copy.textContent.replace(/[ \t]+$/gm, "").replace(/\n+$/, "");
  }

  async function copy(pre, button) {
    try {
      await navigator.clipboard.writeText(textOf(pre));
      button.textContent = "Copied";
    } catch (refused) {
      getSelection().selectAllChildren(pre);
      button.textContent = "Selected";
    }
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  }

  function copyButton(pre) {
    const what = pre.querySelector(".command") ? "Copy the command" : "Copy the code";
    const button = make("button", { type: "button", className: "copy", ariaLabel: what }, "Copy");
    button.addEventListener("click", () => copy(pre, button));
    let frame = pre.closest(".terminal");
    if (!frame) {
      frame = make("div");
      pre.before(frame);
      frame.append(pre);
    }
    frame.classList.add("code-frame");
    pre.before(button);
  }

  function copyButtons() {
    all("pre").filter(pre => !pre.closest(".change") && (!pre.closest(".terminal") || pre.querySelector(".command")))
      .forEach(copyButton);
  }

  function quizzes() {
    all("form.quiz").forEach(quiz => quiz.addEventListener("change", event => {
      const chosen = event.target.closest(".choice");
      all(".choice", quiz).forEach(choice => choice.classList.toggle("chosen", choice === chosen));
      quiz.querySelector(".quiz-verdict").textContent = chosen.querySelector(".feedback").textContent;
    }));
  }

  /* The section that is being read, in the contents. */
  function reading() {
    const links = all(".contents a");
    const mark = () => {
      const current = links.findLast(link => document.getElementById(link.hash.slice(1)).getBoundingClientRect().top < innerHeight / 3);
      links.forEach(link => {
        link.ariaCurrent = link === current ? "true" : null;
      });
    };
    addEventListener("scroll", mark, { passive: true });
    mark();
  }

  theme();
  tabs();
  copyButtons();
  quizzes();
  reading();
})();
