import { RST } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';

/** Somebody who sees nothing of the connection guesses at its numbers: once well, once badly. */
export const blindRst: Scenario = {
  id: 'blind-rst',
  family: 'attacks',
  rfc: '§3.10.7.4 step 2, after RFC 5961 §3',
  start: 'established',
  script: {
    client: [{ after: 'start', wait: 300, call: 'SEND', text: 'Still here.' }],
    server: [],
  },
  link: [
    { at: 'server', time: 70, ctl: RST, seq: { iss: 'client', plus: 1001 } },
    { at: 'server', time: 180, ctl: RST, seq: { iss: 'client', plus: 70_001 } },
  ],
  skills: ['attack', 'reset', 'data'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
};
