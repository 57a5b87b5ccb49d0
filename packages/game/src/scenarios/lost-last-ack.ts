import { ACK } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';
import { close } from './close.ts';

/** The ACK of the server's FIN is lost: TIME-WAIT is there to send it again. */
export const lostLastAck: Scenario = {
  ...close,
  id: 'lost-last-ack',
  family: 'losses',
  rfc: '§3.6.1, §3.10.7.4 step 8',
  link: [{ from: 'client', ctl: ACK, nth: 1, transit: [] }],
  skills: ['close', 'loss', 'time-wait'],
};
