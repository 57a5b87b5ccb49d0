import type { Misconception, RowView } from '@ackade/game';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import { misconceptionTitle } from '../words/mistake.ts';
import { grouped } from '../words/number.ts';
import type { Endpoint } from '../words/role.ts';
import { pointsOf } from './crowd.ts';
import { EmblemView } from './emblem-view.tsx';
import { FittedLadder } from './fitted-ladder.tsx';
import css from './lane.module.css';
import { PairName } from './pair-name.tsx';
import { nameAt, pairWords } from './pair-words.ts';

type Props = {
  readonly board: BoardState;
  readonly match: string;
  readonly rows: readonly RowView[];
};

/** There is room for no more. */
const MOST = 3;

/** What the wrong moves showed, the latest of it, each once. */
const shownIn = (rows: readonly RowView[]): readonly Misconception[] =>
  [
    ...new Set(
      rows.flatMap((row) => (row.kind === 'mistake' ? row.misconceptions.slice(0, 1) : [])),
    ),
  ].slice(-MOST);

/** The ladder of the pair that the host has put into the spotlight, as it grows. */
export function Lane({ board: { head, pairs, players }, match, rows }: Props) {
  const number = [...pairs.keys()].indexOf(match) + 1;
  const pair = pairs.get(match);
  const hidden = head.namesHidden;
  const nameOf = (end: Endpoint): string => {
    if (hidden || !pair) return end === 'client' ? m.present_client() : m.present_server();
    return nameAt(pair, end, players) ?? m.present_bot();
  };
  const shown = shownIn(rows);
  const name = pair && { pair, number, players, hidden };
  return (
    <section
      class={css.lane}
      aria-label={pair ? pairWords(pair, number, players, hidden) : m.present_pair({ number })}
    >
      <header>
        {name && (
          <>
            <EmblemView {...name} />
            <h2>
              <PairName {...name} />
            </h2>
            <p>{m.present_points({ points: grouped(pointsOf(name.pair)) })}</p>
          </>
        )}
      </header>
      {rows.length === 0 ? (
        <p class={css.empty}>{m.present_lane_empty()}</p>
      ) : (
        <FittedLadder
          rows={rows}
          level={head.leg?.level ?? 'flags'}
          names={{ client: nameOf('client'), server: nameOf('server') }}
          current={rows.length - 1}
        />
      )}
      {shown.length > 0 && (
        <footer>
          <ul>
            {shown.map((code) => (
              <li key={code}>{misconceptionTitle(code)}</li>
            ))}
          </ul>
          <p>{m.present_lane_dashed()}</p>
        </footer>
      )}
    </section>
  );
}
