import { useEffect, useState } from 'preact/hooks';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';

/** Who listens is told at most so often, ms. */
const PACE = 5000;

/** Where the race is, for a screen reader; what changes all the time is told now and then. */
export function Status({ board }: { readonly board: BoardState }) {
  const words = wordsOf(board);
  const [told, tell] = useState({ words, phase: board.head.phase });
  useEffect(() => {
    if (told.words === words) return;
    const { phase } = board.head;
    const timer = setTimeout(() => tell({ words, phase }), phase === told.phase ? PACE : 0);
    return () => clearTimeout(timer);
  }, [words, board.head.phase]);
  return (
    <p class="visually-hidden" role="status">
      {told.words}
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
