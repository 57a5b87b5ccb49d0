import { ACK, SYN } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';
import { handshake } from './handshake.ts';

export const lostSynAck: Scenario = {
  ...handshake,
  id: 'lost-syn-ack',
  family: 'losses',
  rfc: '§3.5, §3.8.1',
  link: [{ from: 'server', ctl: SYN | ACK, nth: 1, transit: [] }],
  skills: ['handshake', 'loss'],
};
