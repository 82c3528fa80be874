/* Search by section, without a server: the index is a script, too. */
(() => {
  "use strict";

  const { all, make } = page;
  const MOST = 12;
  const AROUND = 70;
  const input = document.getElementById("search");
  const panel = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  let ranking = null;
  let latest = 0; /* what was asked for before it, or before the panel was closed, is not shown any more */

  /* What searching takes is loaded once somebody wants to search. A script can be loaded from a disk, too. */
  const load = name => new Promise((done, failed) =>
    document.head.append(make("script", { src: assets + name, onload: done, onerror: failed })));
  const ready = () => ranking ??= Promise.all([load("lunr.js"), load("ranking.js"), load("search-index.js")])
    .then(() => window.ranking(window.courseIndex));

  function snippet({ text }, word) {
    const lower = text.toLowerCase();
    const atStart = lower.search(new RegExp("(?<![a-z0-9])" + word.replace(/\W/g, "\\$&")));
    const at = atStart < 0 ? lower.indexOf(word) : atStart;
    if (at < 0) {
      return make("span", { className: "snippet" }, text.slice(0, 2 * AROUND));
    }
    const from = Math.max(0, at - AROUND);
    const to = at + word.length;
    return make("span", { className: "snippet" }, (from ? "…" : "") + text.slice(from, at),
      make("mark", {}, text.slice(at, to)), text.slice(to, to + AROUND) + "…");
  }

  function result(section, words) {
    const link = make("a", { href: section.page }, make("strong", {}, section.title),
      make("span", { className: "where" }, section.chapter), snippet(section, words[0]));
    link.addEventListener("click", close); /* it may lead to a place on this page */
    return make("li", {}, link);
  }

  const count = number => (number === 1 ? "1 section found" : `${number} sections found`);

  async function show() {
    const mine = ++latest;
    const rank = await ready();
    if (mine !== latest) {
      return;
    }
    const query = input.value.trim();
    const { words, found } = rank(query);
    panel.hidden = !query;
    panel.replaceChildren(found.length ? make("ul", {}, ...found.slice(0, MOST).map(section => result(section, words)))
      : make("p", { className: "none" }, `No section has “${query}”.`));
    if (!query) {
      status.textContent = "";
    } else {
      status.textContent = found.length ? count(found.length) : "Nothing found";
    }
  }

  function move(step) {
    const links = all("a", panel);
    const at = links.indexOf(document.activeElement) + step;
    (at < 0 ? input : links[at])?.focus();
  }

  function close() {
    latest++;
    panel.hidden = true;
  }

  function closeFromOutside(event) {
    if (!event.target.closest(".search")) {
      close();
    }
  }

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => {
      input.focus(); /* which opens it */
      close();
    }
  };

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  document.querySelector(".search").addEventListener("keydown", event => {
    if (keys[event.key]) {
      keys[event.key]();
      event.preventDefault();
    } else if (event.key === "Enter" && document.activeElement === input) {
      show().then(() => panel.querySelector("a")?.click()); /* it may still be loading */
    }
  });
  document.addEventListener("click", closeFromOutside);
  document.addEventListener("focusin", closeFromOutside);
})();
