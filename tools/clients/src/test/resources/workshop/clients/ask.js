// Asks for a URL, or one after the other, in the way that is named first, and says when it has given up; then it stays as it is.
// Where it has an answer, or just waits for one, it ends.
const http = require('http');

const LIMIT = 1000; // milliseconds

const ways = {
  fetch_timeout(url) {
    // tag::time-out[]
    return fetch(url, { signal: AbortSignal.timeout(LIMIT) }); // TimeoutError: the connection is closed
    // end::time-out[]
  },

  fetch_race(url) {
    // tag::race[]
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), LIMIT));
    return Promise.race([fetch(url), late]); // nobody tells the server
    // end::race[]
  },

  http_timeout: url => new Promise((answer, reject) => {
    const request = http.get(url, answer).on('error', reject);
    request.setTimeout(LIMIT, () => request.destroy(new Error('late')));
  }),

  http_timeout_event: url => new Promise((answer, reject) => {
    const request = http.get(url, answer).on('error', () => {});
    request.setTimeout(LIMIT, () => reject(new Error('late')));
  }),

  async fetch_get(...urls) {
    for (const url of urls) {
      await (await fetch(url)).text();
      await new Promise(setImmediate); // only then can its connection be used again
    }
  },

  async http_get(...urls) {
    const agent = new http.Agent({ keepAlive: true });
    for (const url of urls) {
      await new Promise((answer, reject) => {
        http.get(url, { agent }, response => response.resume().on('end', answer)).on('error', reject);
      });
    }
    agent.destroy();
  },
};

const loaded = fetch('data:,'); // the first one takes its time
const [way, ...urls] = process.argv.slice(2);
loaded.then(() => ways[way](...urls)).catch(failure => {
  console.log('gave up:', String(failure));
  setTimeout(() => process.exit(), way.endsWith('_get') ? 0 : 60000);
});
