import type { Scenario } from '../scenario.ts';

/** The server's application takes its time, so that its ACK goes first and alone. */
export const close: Scenario = {
  id: 'close',
  family: 'basics',
  rfc: '§3.6, Figure 12',
  start: 'established',
  script: {
    client: [{ after: 'start', call: 'CLOSE' }],
    server: [{ after: 'peer-closed', wait: 200, call: 'CLOSE' }],
  },
  link: [],
  skills: ['close', 'time-wait'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};
