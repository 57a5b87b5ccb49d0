import { levelWords } from '../match/level.ts';
import { scenarioBrief, scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/host.ts';
import type { BoardState } from '../race/board.ts';
import { Absent } from './absent.tsx';
import css from './between.module.css';
import { Players } from './players.tsx';

/** After a round: where everybody stands, and what comes next. */
export function Between({ board }: { readonly board: BoardState }) {
  const { next, leg } = board.head;
  return (
    <>
      <section class={css.next}>
        {next ? (
          <>
            <p>{m.between_next()}</p>
            <h1>{scenarioName(next.scenario)}</h1>
            <p>{scenarioBrief(next.scenario)}</p>
            <p>{levelWords(next.level).name}</p>
          </>
        ) : (
          <>
            <p>{leg && m.between_after({ name: scenarioName(leg.scenario) })}</p>
            <h1>{m.between_last()}</h1>
          </>
        )}
      </section>
      <Absent board={board} />
      <Players board={board} />
    </>
  );
}
