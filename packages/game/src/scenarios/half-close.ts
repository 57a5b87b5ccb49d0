import type { Scenario } from '../scenario.ts';

const REST = 'The rest.';

export const halfClose: Scenario = {
  id: 'half-close',
  family: 'endings',
  rfc: '§3.6, case 1',
  start: 'established',
  script: {
    client: [{ after: 'start', call: 'CLOSE' }],
    server: [
      { after: 'peer-closed', wait: 200, call: 'SEND', text: REST },
      { after: 'peer-closed', wait: 200, call: 'CLOSE' },
    ],
  },
  link: [],
  skills: ['close', 'data', 'time-wait'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};
