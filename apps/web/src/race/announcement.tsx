import type { RaceView } from '@ackade/game';
import { m } from '../messages/race.ts';

/** What has become of the race, for those who do not see it: said once, when it changes. */
export const Announcement = ({ view }: { readonly view: RaceView }) => <>{newsOf(view)}</>;

function newsOf({ phase, round, of, match, paused, you }: RaceView): string {
  if (paused) return m.race_paused();
  switch (phase) {
    case 'lobby':
      return m.race_in({ name: you.name });
    case 'round':
      return match ? m.race_begins({ round, of }) : m.race_late({ round, of });
    case 'between':
      return m.race_between({ round, of });
    case 'podium':
      return m.race_podium();
    case 'debrief':
      return m.race_debrief();
    case 'over':
      return m.race_over();
  }
}
