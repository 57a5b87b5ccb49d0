import { SYN } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';

/** Both wait to be called, and an old SYN, as if of the client, comes to the server. */
export const twoPassive: Scenario = {
  id: 'two-passive',
  family: 'ghosts',
  rfc: '§3.5.1, Figure 11',
  start: 'closed',
  script: {
    client: [{ after: 'start', call: 'OPEN', mode: 'passive' }],
    server: [{ after: 'start', call: 'OPEN', mode: 'passive' }],
  },
  link: [{ at: 'server', time: 50, ctl: SYN, seq: { iss: 'client', plus: -50 } }],
  skills: ['reset', 'half-open'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'LISTEN', server: 'LISTEN' },
};
