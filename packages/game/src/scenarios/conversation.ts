import type { Scenario } from '../scenario.ts';

const REQUEST = 'GET /';
const RESPONSE = 'Hello!';

export const conversation: Scenario = {
  id: 'conversation',
  rfc: '§3.5–§3.6',
  start: 'closed',
  script: {
    client: [
      { after: 'start', call: 'OPEN', mode: 'active' },
      { after: 'established', call: 'SEND', text: REQUEST },
      { after: { received: RESPONSE.length }, call: 'CLOSE' },
    ],
    server: [
      { after: 'start', call: 'OPEN', mode: 'passive' },
      { after: { received: REQUEST.length }, call: 'SEND', text: RESPONSE },
      { after: 'peer-closed', call: 'CLOSE' },
    ],
  },
  link: [],
  skills: ['handshake', 'data', 'close', 'time-wait'],
  levels: ['flags', 'numbers'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};
