import type { Scenario } from '../scenario.ts';

/** The client's host has crashed, and the server goes on sending. */
export const halfOpenData: Scenario = {
  id: 'half-open-data',
  family: 'ghosts',
  rfc: '§3.5.1, Figure 10',
  start: 'established',
  script: {
    client: [{ after: 'start', call: 'CRASH' }],
    server: [{ after: 'start', wait: 10, call: 'SEND', text: 'Still there?' }],
  },
  link: [],
  skills: ['reset', 'half-open', 'data'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};
