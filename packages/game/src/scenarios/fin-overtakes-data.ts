import { ACK } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';

/** The data is late and the FIN, sent after it, comes first: it is held until the gap is filled. */
export const finOvertakesData: Scenario = {
  id: 'fin-overtakes-data',
  family: 'losses',
  rfc: '§3.10.7.4 steps 7 and 8 (SHLD-31)',
  start: 'established',
  script: {
    client: [
      { after: 'start', call: 'SEND', text: 'Wait!' },
      { after: 'start', wait: 10, call: 'CLOSE' },
    ],
    server: [{ after: 'peer-closed', wait: 200, call: 'CLOSE' }],
  },
  link: [{ from: 'client', ctl: ACK, nth: 1, transit: [170] }],
  skills: ['close', 'data', 'crossing', 'time-wait'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};
