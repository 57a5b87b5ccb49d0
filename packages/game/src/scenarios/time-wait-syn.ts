import type { Scenario } from '../scenario.ts';

/** The server has closed first and is in TIME-WAIT when the client connects again from the same port. */
export const timeWaitSyn: Scenario = {
  id: 'time-wait-syn',
  family: 'ghosts',
  rfc: '§3.6.1 (MAY-2)',
  start: 'established',
  script: {
    client: [
      { after: 'peer-closed', wait: 200, call: 'CLOSE' },
      { after: 'closed', wait: 500, call: 'OPEN', mode: 'active' },
    ],
    server: [{ after: 'start', call: 'CLOSE' }],
  },
  link: [],
  skills: ['close', 'handshake', 'time-wait'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
  options: { server: { listening: true } },
};
