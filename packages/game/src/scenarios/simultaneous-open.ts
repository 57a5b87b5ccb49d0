import type { Scenario } from '../scenario.ts';

export const simultaneousOpen: Scenario = {
  id: 'simultaneous-open',
  family: 'crossings',
  rfc: '§3.5, Figure 7',
  start: 'closed',
  script: {
    client: [{ after: 'start', call: 'OPEN', mode: 'active' }],
    server: [{ after: 'start', call: 'OPEN', mode: 'active' }],
  },
  link: [],
  skills: ['handshake', 'crossing'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
};
