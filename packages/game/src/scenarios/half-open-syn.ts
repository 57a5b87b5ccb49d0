import type { Scenario } from '../scenario.ts';

/** The client's host crashes and connects again, to a server that knows nothing of the crash. */
export const halfOpenSyn: Scenario = {
  id: 'half-open-syn',
  family: 'ghosts',
  rfc: '§3.5.1, Figure 9',
  start: 'established',
  script: {
    client: [
      { after: 'start', call: 'CRASH' },
      { after: 'closed', call: 'OPEN', mode: 'active' },
    ],
    server: [{ after: 'reset', wait: 10, call: 'OPEN', mode: 'passive' }],
  },
  link: [],
  skills: ['handshake', 'reset', 'half-open'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
};
