import type { Scenario } from '../scenario.ts';

export const close: Scenario = {
  id: 'close',
  rfc: '§3.6, Figure 12',
  start: 'established',
  script: {
    client: [{ after: 'start', call: 'CLOSE' }],
    server: [{ after: 'peer-closed', call: 'CLOSE' }],
  },
  link: [],
  skills: ['close', 'time-wait'],
  levels: ['flags', 'numbers'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};
