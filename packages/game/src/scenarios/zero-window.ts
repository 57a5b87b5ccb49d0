import type { Scenario } from '../scenario.ts';

const WORDS = 'Hello,world!';
/** Half of it fits into the server's buffer; the rest has to wait until the application reads. */
const BUFFER = WORDS.length / 2;

export const zeroWindow: Scenario = {
  id: 'zero-window',
  family: 'limits',
  rfc: '§3.8.6.1',
  start: 'established',
  script: {
    client: [{ after: 'start', call: 'SEND', text: WORDS }],
    server: [
      { after: 'start', wait: 2000, call: 'RECEIVE', len: BUFFER },
      { after: { received: BUFFER }, wait: 1000, call: 'RECEIVE', len: BUFFER },
    ],
  },
  link: [],
  skills: ['window', 'data'],
  levels: ['numbers', 'full'],
  ends: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
  options: { server: { window: BUFFER, reads: 'on-call' } },
};
