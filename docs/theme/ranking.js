/* Which sections have what somebody types: titles that say it before all others, whole words before their beginnings and before
   words that are almost the same, titles before text. Lunr finds the words; every one of them has to be in the section, or in its title. */
window.ranking = sections => {
  "use strict";

  const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

  lunr.tokenizer.separator = BETWEEN_WORDS;
  const index = lunr(function () {
    this.ref("at");
    this.field("title", { boost: 6 });
    this.field("chapter", { boost: 2 });
    this.field("text");
    this.pipeline.remove(lunr.stopWordFilter);
    this.searchPipeline.remove(lunr.stopWordFilter);
    sections.forEach((section, at) => this.add({ at, ...section }));
  });

  const words = text => text.toLowerCase().split(BETWEEN_WORDS).filter(Boolean);
  const spaced = list => ` ${list.join(" ")} `;

  /* Letters that may be wrong, or missing, in a word of this length. */
  const forgiven = word => (word.length > 7 ? 2 : Number(word.length > 3));

  function scores(word) {
    const hits = index.query(query => {
      query.term(word, { boost: 100 });
      if (word.length > 2) {
        query.term(word, { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      }
      if (forgiven(word)) {
        query.term(word, { boost: 1, editDistance: forgiven(word) });
      }
    });
    return new Map(hits.map(hit => [Number(hit.ref), hit.score]));
  }

  /* The sections, the best first, and the words that were asked for. */
  return query => {
    const asked = words(query);
    const ofWords = asked.map(scores);
    const isSaid = at => spaced(words(sections[at].title)).includes(spaced(asked));
    const sum = at => ofWords.reduce((all, of) => all + of.get(at), 0);
    const found = asked.length === 0 ? [] : [...sections.keys()].filter(at => ofWords.every(of => of.has(at)))
      .sort((one, other) => isSaid(other) - isSaid(one) || sum(other) - sum(one)).map(at => sections[at]);
    return { words: asked, found };
  };
};
