/* Search by section, without a server: the index is a script, too. */
(() => {
  "use strict";

  const { all, make } = page;
  const MOST = 12;
  const AROUND = 70;
  const input = document.getElementById("search");
  const panel = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const index = window.courseIndex.map(entry => ({
    entry, title: entry.title.toLowerCase(), chapter: entry.chapter.toLowerCase(), text: entry.text.toLowerCase()
  }));

  const words = query => query.toLowerCase().split(/\s+/).filter(Boolean);

  function score(section, word) {
    const isThere = section.text.includes(word);
    const quoted = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const isWhole = isThere && new RegExp(`(^|[^\\p{L}\\p{N}])${quoted}($|[^\\p{L}\\p{N}])`, "u").test(section.text);
    return (section.title.includes(word) ? 8 : 0) + (section.chapter.includes(word) ? 2 : 0) + (isThere ? 1 : 0) + (isWhole ? 3 : 0);
  }

  function find(query) {
    return index.map(section => {
      const scores = words(query).map(word => score(section, word));
      return { section, score: scores.every(Boolean) ? scores.reduce((sum, each) => sum + each) : 0 };
    }).filter(hit => hit.score > 0).sort((one, other) => other.score - one.score).slice(0, MOST);
  }

  function snippet(section, word) {
    const { text } = section.entry;
    const at = section.text.indexOf(word);
    if (at < 0) {
      return make("span", { className: "snippet" }, text.slice(0, 2 * AROUND));
    }
    const from = Math.max(0, at - AROUND);
    const to = at + word.length;
    return make("span", { className: "snippet" }, (from ? "…" : "") + text.slice(from, at),
      make("mark", {}, text.slice(at, to)), text.slice(to, to + AROUND) + "…");
  }

  function result({ section }, query) {
    const link = make("a", { href: section.entry.page }, make("strong", {}, section.entry.title),
      make("span", { className: "where" }, section.entry.chapter), snippet(section, words(query)[0]));
    link.addEventListener("click", close); /* it may lead to a place on this page */
    return make("li", {}, link);
  }

  function show() {
    const query = input.value.trim();
    const hits = query ? find(query) : [];
    panel.hidden = !query;
    panel.replaceChildren(hits.length ? make("ul", {}, ...hits.map(hit => result(hit, query)))
      : make("p", { className: "none" }, `No section has “${query}”.`));
    if (!query) {
      status.textContent = "";
    } else {
      status.textContent = hits.length ? `${hits.length} ${hits.length === 1 ? "section" : "sections"} found` : "Nothing found";
    }
  }

  function move(step) {
    const links = all("a", panel);
    const at = links.indexOf(document.activeElement) + step;
    (at < 0 ? input : links[at])?.focus();
  }

  function close() {
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
      panel.querySelector("a")?.click();
    }
  });
  document.addEventListener("keydown", event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      input.focus();
      input.select();
      event.preventDefault();
    }
  });
  document.addEventListener("click", closeFromOutside);
  document.addEventListener("focusin", closeFromOutside);
})();
