import type { BoardPlayer, Progress } from '@ackade/game';
import { useCallback, useContext, useMemo } from 'preact/hooks';
import { botName } from '../match/role.ts';
import { m } from '../messages/host.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import type { BoardState } from '../race/board.ts';
import { misconceptionTitle } from '../words/mistake.ts';
import { OrderButton } from './order-button.tsx';
import css from './pairs.module.css';
import { SheetOpener } from './use-sheet.ts';

type Seated = { readonly client: string; readonly server: string };

const ENDS = ['client', 'server'] as const;

/** The pairs of the round by number, in an order that stands still: what jumps cannot be tapped. */
export function Pairs({ board }: { readonly board: BoardState }) {
  const openSheet = useContext(SheetOpener);
  const open = useCallback((match: string) => openSheet({ kind: 'pair', match }), [openSheet]);
  const { head, players, pairs } = board;
  const spotlit = head.spotlight === null ? undefined : pairs.get(head.spotlight);
  return (
    <section class={css.pairs}>
      <h2>{m.pairs_title()}</h2>
      {spotlit && (
        <p class={css.spotlit}>
          <span>{m.pairs_spotlit(namesIn(spotlit, players))}</span>
          <OrderButton kind="quiet" command={{ type: 'spotlight', match: null }}>
            {m.pairs_unlight()}
          </OrderButton>
        </p>
      )}
      <ul>
        {[...pairs.values()].map((pair, i) => (
          <PairRow
            key={pair.match}
            pair={pair}
            number={i + 1}
            names={namesIn(pair, players)}
            rungs={head.rungs}
            onOpen={open}
          />
        ))}
      </ul>
    </section>
  );
}

export function namesIn({ seats }: Progress, players: ReadonlyMap<string, BoardPlayer>): Seated {
  const name = (end: keyof Seated): string => players.get(seats[end].racer)?.name ?? botName();
  return { client: name('client'), server: name('server') };
}

type RowProps = {
  readonly pair: Progress;
  /** As the projector counts them. */
  readonly number: number;
  readonly names: Seated;
  readonly rungs: number;
  readonly onOpen: (match: string) => void;
};

/** Drawn anew only when something in it changes. */
function PairRow({ pair, number, names, rungs, onOpen }: RowProps) {
  const { match, over, rung, stuck, seats, mistakes } = pair;
  return useMemo(() => {
    const step = Math.min(rung, rungs);
    return (
      <li data-over={over} data-stuck={stuck !== null && !over}>
        <button type="button" aria-haspopup="dialog" onClick={() => onOpen(match)}>
          <span class={css.names}>
            <b class={css.number}>{number} </b>
            {ENDS.map((end) => (
              <span key={end} data-owes={seats[end].owes && !over}>
                <RoleMark end={end} /> {names[end]}{' '}
                {seats[end].owes && !over && <small>{m.pairs_owes()} </small>}
                {seats[end].replaced ? (
                  <small>{m.pairs_replaced()} </small>
                ) : (
                  seats[end].away && !over && <small>{m.pairs_away()} </small>
                )}
              </span>
            ))}
          </span>
          <span class={css.way}>
            <span class={css.track} aria-hidden="true">
              <span style={{ width: `${rungs === 0 || over ? 100 : (100 * step) / rungs}%` }} />
            </span>
            <span class={css.rung}>
              {over ? m.pairs_done() : m.pairs_rung({ rung: step, of: rungs })}
            </span>
          </span>
          {mistakes > 0 && (
            <small class={css.stuck} data-now={stuck !== null}>
              {m.pairs_mistakes({ count: mistakes })}
              {stuck !== null && ` · ${misconceptionTitle(stuck)}`}
            </small>
          )}
        </button>
      </li>
    );
  }, [pair, number, names.client, names.server, rungs, onOpen]);
}
