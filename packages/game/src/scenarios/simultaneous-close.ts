import type { Scenario } from '../scenario.ts';

export const simultaneousClose: Scenario = {
  id: 'simultaneous-close',
  family: 'crossings',
  rfc: '§3.6, Figure 13',
  start: 'established',
  script: {
    client: [{ after: 'start', call: 'CLOSE' }],
    server: [{ after: 'start', call: 'CLOSE' }],
  },
  link: [],
  skills: ['close', 'crossing', 'time-wait'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};
