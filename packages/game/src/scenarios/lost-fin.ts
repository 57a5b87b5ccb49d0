import { ACK, FIN } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';
import { close } from './close.ts';

export const lostFin: Scenario = {
  ...close,
  id: 'lost-fin',
  family: 'losses',
  rfc: '§3.6, §3.8.1',
  link: [{ from: 'client', ctl: FIN | ACK, nth: 1, transit: [] }],
  skills: ['close', 'loss', 'time-wait'],
};
