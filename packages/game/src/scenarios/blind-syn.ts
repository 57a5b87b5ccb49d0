import { SYN } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';

/** A forged SYN comes into the middle of a connection. */
export const blindSyn: Scenario = {
  id: 'blind-syn',
  family: 'attacks',
  rfc: '§3.10.7.4 step 4, after RFC 5961 §4',
  start: 'established',
  script: {
    client: [{ after: 'start', wait: 300, call: 'SEND', text: 'Still here.' }],
    server: [],
  },
  link: [{ at: 'server', time: 70, ctl: SYN, seq: { iss: 'client', plus: 1001 } }],
  skills: ['attack', 'data'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
};
