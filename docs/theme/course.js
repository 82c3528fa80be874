/* What the pages of the course do beyond showing text: colours, tabs, copying, questions, contents. */
(() => {
  "use strict";

  const { all, make, store } = page;
  const root = document.documentElement;

  function theme() {
    const button = document.getElementById("theme");
    const state = document.getElementById("theme-state");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const words = { system: "As the system", light: "Light", dark: "Dark" };
    const show = () => {
      state.textContent = words[root.dataset.theme ?? "system"];
    };
    button.addEventListener("click", () => {
      const order = ["system", ...(system.matches ? ["light", "dark"] : ["dark", "light"])];
      const next = order[(order.indexOf(root.dataset.theme ?? "system") + 1) % order.length];
      if (next === "system") {
        delete root.dataset.theme;
      } else {
        root.dataset.theme = next;
      }
      store.setTheme(next);
      show();
    });
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
    all(".conum, .prompt", copy).forEach(mark => mark.remove());
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

  function copyButton(text, what) {
    const button = make("button", { type: "button", className: "copy", ariaLabel: what }, "Copy");
    button.addEventListener("click", () => copy(text, button));
    return button;
  }

  /* Code has a bar above it, with a switch for wrapping where a line is cut. The switch holds for all code, on all pages. */

  const cut = new ResizeObserver(entries => entries.forEach(({ target }) =>
    target.parentElement.classList.toggle("cut", target.scrollWidth > target.clientWidth)));

  function wrapButton(lines) {
    const button = make("button", { type: "button", className: "wrap-switch" }, "Wrap lines");
    button.addEventListener("click", () => {
      const before = button.getBoundingClientRect().top;
      store.set("wrap", root.classList.toggle("wrap"));
      showWrapping();
      scrollBy(0, button.getBoundingClientRect().top - before);
    });
    cut.observe(lines);
    return button;
  }

  function showWrapping() {
    all(".wrap-switch").forEach(button => button.setAttribute("aria-pressed", root.classList.contains("wrap")));
  }

  function codeBars() {
    all("pre").filter(pre => !pre.closest(".change, .terminal")).forEach(pre => {
      const bar = make("div", { className: "code-bar" }, ...(pre.closest(".hints") ? [] : [wrapButton(pre)]), copyButton(pre, "Copy the code"));
      const frame = make("div", { className: "code-frame" }, bar);
      pre.before(frame);
      frame.append(pre);
    });
    all(".terminal:has(.command)").forEach(terminal =>
      terminal.querySelector("figcaption").append(copyButton(terminal.querySelector("pre"), "Copy the command")));
    all(".change").forEach(change => change.querySelector(".change-file").append(wrapButton(change.querySelector(".change-lines"))));
    all(":not(pre) > code").filter(code => /^[\w.-]+(\/[\w.-]+){2,}$/.test(code.textContent)).forEach(path => path.after(copyButton(path, "Copy the path")));
    showWrapping();
  }

  /* What was answered is still there when the page is loaded again. */

  function quizzes() {
    const key = "answers." + document.body.dataset.page;
    const choose = input => {
      const chosen = input.closest(".choice");
      all(".choice", input.form).forEach(choice => choice.classList.toggle("chosen", choice === chosen));
      return chosen.querySelector(".feedback").textContent;
    };
    (store.get(key) ?? []).map(id => document.getElementById(id)).filter(Boolean).forEach(input => {
      input.checked = true;
      choose(input);
    });
    all("form.quiz").forEach(quiz => quiz.addEventListener("change", ({ target }) => {
      quiz.querySelector(".quiz-verdict").textContent = choose(target);
      store.set(key, all("form.quiz :checked").map(input => input.id));
    }));
  }

  /* On paper nothing can be opened. */
  function printing() {
    const closed = [];
    addEventListener("beforeprint", () => {
      closed.push(...all("details:not([open])"));
      closed.forEach(details => {
        details.open = true;
      });
    });
    addEventListener("afterprint", () => closed.splice(0).forEach(details => {
      details.open = false;
    }));
  }

  /* The section that is being read, in the contents. */
  function reading() {
    const nav = document.getElementById("chapters");
    const links = all(".contents a");
    links.forEach(link => link.addEventListener("click", () => nav.hidePopover()));
    const mark = () => {
      const current = links.findLast(link => document.getElementById(link.hash.slice(1)).getBoundingClientRect().top < innerHeight / 3);
      if (current && !current.ariaCurrent) {
        nav.scrollTop += current.getBoundingClientRect().top - nav.getBoundingClientRect().top - nav.clientHeight / 2;
      }
      links.forEach(link => {
        link.ariaCurrent = link === current ? "true" : null;
      });
    };
    addEventListener("scroll", mark, { passive: true });
    mark();
  }

  theme();
  tabs();
  codeBars();
  quizzes();
  reading();
  printing();
})();
