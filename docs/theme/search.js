/* Search by section, without a server: the index is a script, too. */
(function () {
  "use strict";

  var MOST = 12;
  var AROUND = 70;
  var input = document.getElementById("search");
  var panel = document.getElementById("search-results");
  var status = document.getElementById("search-status");
  var index = (window.courseIndex || []).map(function (entry) {
    return { entry: entry, title: entry.title.toLowerCase(), chapter: entry.chapter.toLowerCase(), text: entry.text.toLowerCase() };
  });

  function words(query) {
    return query.toLowerCase().split(/\s+/).filter(Boolean);
  }

  function score(section, word) {
    var at = section.text.indexOf(word);
    var whole = at >= 0 && new RegExp("(^|[^\\p{L}\\p{N}])" + word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") + "($|[^\\p{L}\\p{N}])", "u").test(section.text);
    return (section.title.indexOf(word) >= 0 ? 8 : 0) + (section.chapter.indexOf(word) >= 0 ? 2 : 0)
        + (at >= 0 ? 1 : 0) + (whole ? 3 : 0);
  }

  function find(query) {
    var all = words(query);
    return index.map(function (section) {
      var scores = all.map(function (word) {
        return score(section, word);
      });
      return {
        section: section,
        score: scores.every(Boolean) ? scores.reduce(function (sum, each) {
          return sum + each;
        }, 0) : 0
      };
    }).filter(function (hit) {
      return hit.score > 0;
    }).sort(function (one, other) {
      return other.score - one.score;
    }).slice(0, MOST);
  }

  function snippet(section, word) {
    var at = section.text.indexOf(word);
    var line = document.createElement("span");
    line.className = "snippet";
    if (at < 0) {
      line.textContent = section.entry.text.slice(0, 2 * AROUND);
      return line;
    }
    var from = Math.max(0, at - AROUND);
    var mark = document.createElement("mark");
    mark.textContent = section.entry.text.slice(at, at + word.length);
    line.append((from ? "…" : "") + section.entry.text.slice(from, at), mark,
        section.entry.text.slice(at + word.length, at + word.length + AROUND) + "…");
    return line;
  }

  function result(hit, query) {
    var link = document.createElement("a");
    var title = document.createElement("strong");
    var where = document.createElement("span");
    link.href = hit.section.entry.page;
    title.textContent = hit.section.entry.title;
    where.className = "where";
    where.textContent = hit.section.entry.chapter;
    link.append(title, where, snippet(hit.section, words(query)[0]));
    link.addEventListener("click", function () {
      panel.hidden = true; /* it may lead to a place on this page */
    });
    var item = document.createElement("li");
    item.append(link);
    return item;
  }

  function show() {
    var query = input.value.trim();
    panel.textContent = "";
    panel.hidden = !query;
    status.textContent = "";
    if (!query) {
      return;
    }
    var hits = find(query);
    if (!hits.length) {
      var none = document.createElement("p");
      none.className = "none";
      none.textContent = "No section has “" + query + "”.";
      panel.append(none);
    } else {
      var list = document.createElement("ul");
      hits.forEach(function (hit) {
        list.append(result(hit, query));
      });
      panel.append(list);
    }
    status.textContent = hits.length ? hits.length + (hits.length === 1 ? " section" : " sections") + " found" : "Nothing found";
  }

  function move(step) {
    var links = Array.prototype.slice.call(panel.querySelectorAll("a"));
    var at = links.indexOf(document.activeElement) + step;
    if (at < 0) {
      input.focus();
    } else if (links[at]) {
      links[at].focus();
    }
  }

  function close() {
    panel.hidden = true;
  }

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  document.querySelector(".search").addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown") {
      move(1);
      event.preventDefault();
    } else if (event.key === "ArrowUp") {
      move(-1);
      event.preventDefault();
    } else if (event.key === "Escape") {
      close();
      input.focus();
      close();
      event.preventDefault();
    } else if (event.key === "Enter" && document.activeElement === input && panel.querySelector("a")) {
      panel.querySelector("a").click();
    }
  });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      input.focus();
      input.select();
      event.preventDefault();
    }
  });
  document.addEventListener("click", function (event) {
    if (!event.target.closest(".search")) {
      close();
    }
  });
  document.addEventListener("focusin", function (event) {
    if (!event.target.closest(".search")) {
      close();
    }
  });
}());
