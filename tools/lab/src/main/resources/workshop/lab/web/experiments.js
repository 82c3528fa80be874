/**
 * The experiments of the tour: the servers that they need, what is asked, what is done, and which of the choices it was. That is
 * concluded from what is seen, whatever was expected; the words of `why` are for a choice that has come true.
 */

import {isGone, seen, wasted} from './request.js';

/** In milliseconds: more than whatever happens "at once" takes, on a slow machine too, and less than what is left of the work. */
const AT_ONCE = 1500;

const WORK = 4000;
const NO_DEADLINE = 30_000;

const worksOn = request => wasted(request) > AT_ONCE;

export const experiments = [
  {
    title: 'Step 01: the client leaves',
    setting: {left: 1, right: 0, work: WORK, deadline: NO_DEADLINE},
    question: 'The work takes four seconds. A client asks, and hangs up after one. What does the server do?',
    button: 'Send a client that leaves after a second',
    choices: {
      stops: {words: 'It stops, and nothing stays.'},
      fails: {words: 'It works to the end. The answer can’t be sent, and so the file goes.'},
      stays: {
        words: 'It works to the end, and the file stays.',
        why: 'The FIN waits in the socket, and nobody reads while the handler works. Even the answer is sent without an error, to nobody.',
      },
    },
    async press(trial) {
      await trial.tell('hang-up');
      const request = await trial.end('left');
      if (request.garbage) {
        return 'stays';
      }
      return worksOn(request) ? 'fails' : 'stops';
    },
  },
  {
    title: 'Step 02: the client leaves',
    setting: {left: 2, right: 0, work: WORK, deadline: NO_DEADLINE},
    question: 'The same client, and the server of step 02. What is different?',
    button: 'Send a client that leaves after a second',
    choices: {
      nothing: {words: 'Nothing: the server does not notice.'},
      late: {words: 'It notices when it sends the answer, and the file stays.'},
      notices: {
        words: 'It notices at once. The work goes on, and the file stays.',
        why: 'A second thread reads while the handler works, so the FIN is seen as it comes. What follows from it is left to step 03.',
      },
      cleans: {words: 'It notices at once, and removes the file.'},
    },
    async press(trial) {
      await trial.tell('hang-up');
      const request = await trial.end('left');
      if (!request.garbage) {
        return 'cleans';
      }
      if (!seen(request.noticed)) {
        return 'nothing';
      }
      return request.noticed - request.left > AT_ONCE ? 'late' : 'notices';
    },
  },
  {
    title: 'Step 03: the client leaves',
    setting: {left: 3, right: 0, work: WORK, deadline: NO_DEADLINE},
    question: 'The server of step 03 notices, too, and cleans up. What happens when the client leaves, and what at the end of the work?',
    button: 'Send a client that leaves after a second',
    choices: {
      stops: {words: 'The work stops, and the file goes.'},
      goes: {
        words: 'The file goes. The work goes on to its end, for nobody.',
        why: 'Whoever notices decides, and removes the staged file. The handler comes to its end, finds the decision made, and sends '
          + 'nothing. Step 04 stops the work as well.',
      },
      end: {words: 'At first nothing. When the work has ended, the file goes.'},
      stays: {words: 'Nothing, and the file stays: the work was done.'},
    },
    async press(trial) {
      await trial.tell('hang-up');
      const request = await trial.end('left');
      if (!seen(request.removed)) {
        return 'stays';
      }
      if (request.removed - request.left > AT_ONCE) {
        return 'end';
      }
      return worksOn(request) ? 'goes' : 'stops';
    },
  },
  {
    title: 'Step 03: the server is killed',
    setting: {left: 3, right: 0, work: WORK, deadline: NO_DEADLINE},
    question: 'A client waits, and its file is staged. Then the server is killed, as by kill -9, and started again in the same directory. '
      + 'What becomes of the file?',
    button: 'Send a client, kill the server, and start it again',
    choices: {
      process: {words: 'It goes with the process.'},
      swept: {
        words: 'It stays until the next start, which removes it.',
        why: 'Nothing cleans up after a process that is killed. But the next one finds the file staged, and the lock beside it free: it '
          + 'belongs to nobody who lives.',
      },
      stays: {words: 'It stays for good.'},
    },
    async press(trial) {
      await trial.tell('send');
      await trial.until(() => seen(trial.request('left')?.written));
      await trial.pause(AT_ONCE);
      await trial.tell('kill');
      await trial.until(() => trial.is('killed'));
      await trial.pause(AT_ONCE);
      const goneBefore = seen(trial.request('left').removed);
      await trial.tell('start');
      await trial.until(() => trial.is('running'));
      await trial.pause(AT_ONCE);
      if (goneBefore) {
        return 'process';
      }
      return seen(trial.request('left').removed) ? 'swept' : 'stays';
    },
  },
  {
    title: 'Steps 03 and 04: the client vanishes',
    setting: {left: 3, right: 4, work: WORK, deadline: 2000},
    question: 'A cable is cut: the client is gone, and has sent neither FIN nor RST. Step 03 is on the left. Step 04 is on the right, and '
      + 'has a deadline of two seconds. Who cleans up?',
    button: 'Send each a client that falls silent after a second',
    choices: {
      both: {words: 'Both: they notice at once.'},
      deadline: {
        words: 'Step 04 alone, when its deadline has passed.',
        why: 'Silence looks like a client that waits: there is nothing to read. Only time ends such a request. The deadline has all four '
          + 'parts interrupted, and when the last one has stopped, the file is removed.',
      },
      neither: {words: 'Neither: both files stay.'},
    },
    async press(trial) {
      await trial.tell('vanish');
      const [left, right] = [await trial.end('left'), await trial.end('right')];
      const cleansUp = request => isGone(request) && seen(request.removed);
      if (cleansUp(left)) {
        return cleansUp(right) ? 'both' : undefined;
      }
      return cleansUp(right) ? 'deadline' : 'neither';
    },
  },
  {
    title: 'Step 05: one of three streams is reset',
    setting: {left: 5, right: 0, work: WORK, deadline: NO_DEADLINE},
    question: 'Three requests are under way on one HTTP/2 connection, each on a stream of its own. The third is reset. Which of the others '
      + 'is answered?',
    button: 'Send three requests, and reset the third',
    choices: {
      none: {words: 'None: the server ends the connection, as it does in HTTP/1.1.'},
      others: {
        words: 'Both. What the third has made is removed at once.',
        why: 'Leaving is a message here, RST_STREAM, and it names its stream. The connection belongs to all three, so nobody closes it.',
      },
      unnoticed: {words: 'Both. The third works on, too, and its file stays: the connection has not ended.'},
    },
    async press(trial) {
      await trial.tell('send');
      await trial.tell('send');
      await trial.tell('send');
      await trial.pause(AT_ONCE);
      await trial.tell('hang-up', 'rst_stream');
      const [first, second, third] = [await trial.end('left', 1), await trial.end('left', 2), await trial.end('left', 3)];
      if (!seen(first.answered) && !seen(second.answered)) {
        return 'none';
      }
      if (!seen(first.answered) || !seen(second.answered)) {
        return undefined;
      }
      if (third.garbage) {
        return 'unnoticed';
      }
      return seen(third.removed) && third.removed - third.left < AT_ONCE ? 'others' : undefined;
    },
  },
];
