import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import { usePaced } from './use-paced.ts';

/** Who listens is told at most so often, ms. */
const PACE = 2000;

/** Where the race is, for a screen reader. */
export function Status({ board }: { readonly board: BoardState }) {
  const words = usePaced(wordsOf(board), PACE);
  return (
    <p class="visually-hidden" role="status">
      {words}
    </p>
  );
}

function wordsOf({ head, players, pairs }: BoardState): string {
  const { phase, round, of, leg } = head;
  switch (phase) {
    case 'lobby':
      return m.present_status_lobby({ count: players.size });
    case 'round': {
      const done = [...pairs.values()].filter((pair) => pair.over).length;
      const scenario = leg ? scenarioName(leg.scenario) : '';
      return m.present_status_round({ round, of, scenario, pairs: pairs.size, done });
    }
    case 'between':
      return m.present_between({ round, of });
    case 'podium':
      return m.present_podium();
    case 'debrief':
      return m.present_debrief();
    case 'over':
      return m.present_over();
  }
}
