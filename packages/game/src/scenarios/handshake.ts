import type { Scenario } from '../scenario.ts';

export const handshake: Scenario = {
  id: 'handshake',
  family: 'basics',
  rfc: '§3.5, Figure 6',
  start: 'closed',
  script: {
    client: [{ after: 'start', call: 'OPEN', mode: 'active' }],
    server: [{ after: 'start', call: 'OPEN', mode: 'passive' }],
  },
  link: [],
  skills: ['handshake'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
};
