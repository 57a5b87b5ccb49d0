import type { Podium } from '@ackade/game';
import { m } from '../messages/host.ts';
import type { BoardState } from '../race/board.ts';
import { Players } from './players.tsx';
import css from './podium.module.css';

/** Who did best, for the host to read out. */
export const PodiumView = ({ board }: { readonly board: BoardState }) => (
  <>
    <h1>{m.phase_podium()}</h1>
    {board.head.podium && <Praise podium={board.head.podium} />}
    <Players board={board} />
  </>
);

function Praise({ podium: { accurate, swift, team } }: { readonly podium: Podium }) {
  const praise = [
    accurate !== null &&
      accurate.accuracy > 0 &&
      m.podium_accurate({ name: accurate.name, accuracy: accurate.accuracy }),
    swift && swift.speed !== null && m.podium_swift({ name: swift.name, speed: swift.speed }),
    team && m.podium_team({ a: team.names[0], b: team.names[1], teamwork: team.teamwork }),
  ].filter((words) => typeof words === 'string');
  if (praise.length === 0) return null;
  return (
    <ul class={css.praise}>
      {praise.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
