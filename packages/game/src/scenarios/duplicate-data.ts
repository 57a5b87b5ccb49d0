import { ACK } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';

export const duplicateData: Scenario = {
  id: 'duplicate-data',
  family: 'losses',
  rfc: '§3.4, §3.10.7.4 step 1',
  start: 'established',
  script: { client: [{ after: 'start', call: 'SEND', text: 'Once.' }], server: [] },
  link: [{ from: 'client', ctl: ACK, nth: 1, transit: [50, 90] }],
  skills: ['data', 'loss'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
};
