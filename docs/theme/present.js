/* The instructor's key p: this page for a projector, one section at a time, without what is for the instructor alone. The window
   that asked for it goes on to the notes, speak.html. The two tell each other by messages: between pages that are opened from a
   disk, nothing else reaches from one to the other. */
(() => {
  "use strict";

  const { all, make, store } = page;
  const SECTION = ".sect2, .sect1, .check";
  const LAST = "#last";
  const BEAT = 1000; /* how often the notes are told what is shown: they may be loaded later, or again */
  const article = document.querySelector("article");
  const slides = [article, ...all(SECTION, article)];
  const heading = slide => slide.querySelector("h1, h2, h3");
  const title = slide => heading(slide).firstChild.textContent;

  page.project = (href, section = "") => open(`${href}?present#${section}`, "projector", "popup,width=1280,height=720");

  /* A key is one of ours where nobody types, and nothing on the page moves by it. Who doesn't use single letters turns them off. */
  page.keys = keys => addEventListener("keydown", event => {
    const isTaken = event.target.closest("input, select, textarea, [role=tab]") || event.ctrlKey || event.metaKey || event.altKey;
    const isOff = event.key.length === 1 && store.get("keys") === false;
    if (!isTaken && !isOff && keys[event.key]) {
      keys[event.key]();
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);

  /* The answers that can be seen. */
  function answer() {
    const answers = all("details.answer").filter(details => details.checkVisibility());
    const open = answers.some(details => !details.open);
    answers.forEach(details => {
      details.open = open;
    });
  }

  function askToPresent() {
    const section = slides.slice(1).findLast(slide => heading(slide).getBoundingClientRect().top < innerHeight / 3);
    const first = document.querySelector(".chapters li:has(.time) a").getAttribute("href");
    const here = document.body.dataset.page;
    page.project(here === "index" ? first : here + ".html", section && heading(section).id);
    location.href = "speak.html";
  }

  function present() {
    const around = Object.fromEntries([[-1, "prev"], [1, "next"]]
      .map(([step, rel]) => [step, document.querySelector(`.before-after a[rel=${rel}]`)?.getAttribute("href")]));
    const count = make("span", { role: "status" });
    let at = 0;

    const tell = () => opener?.postMessage({ shows: {
      chapter: document.body.dataset.page,
      title: title(slides[at]),
      place: count.textContent,
      next: slides[at + 1] && title(slides[at + 1])
    } }, "*");

    function show() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const slide = location.hash === LAST ? slides.at(-1) : target?.closest(SECTION) ?? article;
      at = slides.indexOf(slide);
      slides.forEach(each => each.classList.toggle("shown", each === slide));
      count.textContent = `${at + 1} of ${slides.length}`;
      scrollTo({ top: 0, behavior: "instant" });
      tell();
    }

    function go(step) {
      const slide = slides[at + step];
      if (slide) {
        location.hash = slide === article ? "" : heading(slide).id;
      } else if (around[step]) {
        location.href = around[step] + "?present" + (step < 0 ? LAST : "");
      }
    }

    const keys = {
      ArrowRight: () => go(1), ArrowLeft: () => go(-1),
      PageDown: () => go(1), PageUp: () => go(-1), /* what a presenter's clicker sends */
      a: answer
    };

    all(".instructor").forEach(note => note.remove());
    all("main a[href]").filter(link => /^[\w-]+\.html/.test(link.getAttribute("href"))).forEach(link => {
      link.search = "?present";
    });
    const button = (text, label, step) => {
      const made = make("button", { type: "button", ariaLabel: label }, text);
      made.addEventListener("click", () => go(step));
      return made;
    };
    document.getElementById("main").append(make("nav", { className: "slides", ariaLabel: "Sections" },
      button("←", "The section before", -1), count, button("→", "The next section", 1)));
    addEventListener("hashchange", show);
    addEventListener("message", ({ source, data }) => {
      if (source === opener) {
        Object.assign(around, data.around);
        keys[data.key]?.();
      }
    });
    page.keys(keys);
    show();
    setInterval(tell, BEAT);
  }

  if (document.documentElement.matches(".presenting")) {
    present();
  } else if (!document.querySelector(".board")) {
    page.keys({ p: askToPresent, a: answer });
  }
})();
