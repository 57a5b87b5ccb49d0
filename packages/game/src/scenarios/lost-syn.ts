import { SYN } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';
import { handshake } from './handshake.ts';

export const lostSyn: Scenario = {
  ...handshake,
  id: 'lost-syn',
  family: 'losses',
  rfc: '§3.5, §3.8.1',
  link: [{ from: 'client', ctl: SYN, nth: 1, transit: [] }],
  skills: ['handshake', 'loss'],
};
