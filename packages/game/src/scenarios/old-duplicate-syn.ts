import { SYN } from '@ackade/tcp';
import type { Scenario } from '../scenario.ts';
import { handshake } from './handshake.ts';

/** A SYN of long ago comes out of the network just before the client's own. */
export const oldDuplicateSyn: Scenario = {
  ...handshake,
  id: 'old-duplicate-syn',
  family: 'ghosts',
  rfc: '§3.5, Figure 8',
  link: [
    { from: 'client', ctl: SYN, nth: 1, transit: [210] },
    { at: 'server', time: 20, ctl: SYN, seq: { iss: 'client', plus: -10 } },
  ],
  skills: ['handshake', 'reset', 'half-open'],
};
