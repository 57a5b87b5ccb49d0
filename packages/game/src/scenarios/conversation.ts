import type { Scenario } from '../scenario.ts';

const REQUEST = 'GET /';
const RESPONSE = 'Hello!';

/** The applications take a moment for each step, so that every ACK goes out by itself. */
export const conversation: Scenario = {
  id: 'conversation',
  family: 'basics',
  rfc: '§3.5–§3.6',
  start: 'closed',
  script: {
    client: [
      { after: 'start', call: 'OPEN', mode: 'active' },
      { after: 'established', wait: 10, call: 'SEND', text: REQUEST },
      { after: { received: RESPONSE.length }, wait: 10, call: 'CLOSE' },
    ],
    server: [
      { after: 'start', call: 'OPEN', mode: 'passive' },
      { after: { received: REQUEST.length }, wait: 10, call: 'SEND', text: RESPONSE },
      { after: 'peer-closed', wait: 10, call: 'CLOSE' },
    ],
  },
  link: [],
  skills: ['handshake', 'data', 'close', 'time-wait'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};
