import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import { grouped } from '../words/number.ts';
import { pointsOf } from './crowd.ts';
import { EmblemView } from './emblem-view.tsx';
import { frontRunners } from './front-runners.ts';
import css from './front-runners-view.module.css';
import { PairName } from './pair-name.tsx';

type Props = {
  readonly board: BoardState;
  readonly rungs: number;
};

const MOST = 6;

/** The first pairs of the round; rows glide to their new places. */
export function FrontRunners({ board: { head, pairs, players }, rungs }: Props) {
  const hidden = head.namesHidden;
  const first = frontRunners(pairs, MOST);
  // Rows keep their place in the document, so that they can glide.
  const rows = first
    .map((runner, i) => ({ ...runner, at: i }))
    .toSorted((a, b) => a.number - b.number);
  return (
    <section class={css.front}>
      <h2>{m.present_front()}</h2>
      {rows.length === 0 && <p class={css.none}>{m.present_front_none()}</p>}
      <ol style={{ '--most': MOST }}>
        {rows.map(({ pair, number, place, at }) => {
          const name = { pair, number, players, hidden };
          return (
            <li key={pair.match} style={{ '--at': at }}>
              <div class={css.runner}>
                <b>{place}</b>
                <EmblemView {...name} />
                <span class={css.name}>
                  <PairName {...name} />
                </span>
                <span class={css.score}>
                  <strong>{grouped(pointsOf(pair))}</strong>
                  <small>
                    {pair.over
                      ? m.present_finish()
                      : m.present_rung({ rung: Math.min(pair.rung, rungs), rungs })}
                  </small>
                </span>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
