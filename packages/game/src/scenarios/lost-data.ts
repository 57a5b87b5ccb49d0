import { ACK } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';

/** The first of three pieces is lost; the timer repeats it, and one ACK covers all three. */
export const lostData: Scenario = {
  id: 'lost-data',
  family: 'losses',
  rfc: '§3.4, §3.8.1',
  start: 'established',
  script: {
    client: [
      { after: 'start', call: 'SEND', text: 'one' },
      { after: 'start', wait: 10, call: 'SEND', text: 'two' },
      { after: 'start', wait: 10, call: 'SEND', text: 'three' },
    ],
    server: [],
  },
  link: [{ from: 'client', ctl: ACK, nth: 1, transit: [] }],
  skills: ['data', 'loss'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
};
