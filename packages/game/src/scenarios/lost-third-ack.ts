import { ACK } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';

const REQUEST = 'GET /';

/** The request comes a moment after the ACK, which is lost: the request carries the same ACK. */
export const lostThirdAck: Scenario = {
  id: 'lost-third-ack',
  family: 'losses',
  rfc: '§3.8, §3.10.7.4 step 5',
  start: 'closed',
  script: {
    client: [
      { after: 'start', call: 'OPEN', mode: 'active' },
      { after: 'established', wait: 10, call: 'SEND', text: REQUEST },
    ],
    server: [{ after: 'start', call: 'OPEN', mode: 'passive' }],
  },
  link: [{ from: 'client', ctl: ACK, nth: 1, transit: [] }],
  skills: ['handshake', 'loss', 'data'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
};
