import type { Scenario } from '../scenario.ts';

/** Nobody has opened the port: the server's end has no TCB at all. */
export const refused: Scenario = {
  id: 'refused',
  family: 'endings',
  rfc: '§3.5.2, group 1',
  start: 'closed',
  script: { client: [{ after: 'start', call: 'OPEN', mode: 'active' }], server: [] },
  link: [],
  skills: ['handshake', 'reset'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};
