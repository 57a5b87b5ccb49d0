import type { BoardHead } from '@ackade/game';
import { m } from '../messages/host.ts';

/** Where the race is. */
export function phaseWords({ phase, round, of }: BoardHead): string {
  switch (phase) {
    case 'lobby':
      return m.phase_lobby({ of });
    case 'round':
      return m.phase_round({ round, of });
    case 'between':
      return m.phase_between({ round, of });
    case 'podium':
      return m.phase_podium();
    case 'debrief':
      return m.phase_debrief();
    case 'over':
      return m.phase_over();
  }
}
