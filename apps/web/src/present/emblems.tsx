import type { Progress } from '@ackade/game';
import { Component } from 'preact';
import { m } from '../messages/present.ts';
import { pointsOf } from './crowd.ts';
import { EmblemView } from './emblem-view.tsx';
import css from './emblems.module.css';
import { type Players, pairWords } from './pair-words.ts';

/** A pair and the middle of its place, px of the board. */
export type Standing = {
  readonly pair: Progress;
  readonly number: number;
  readonly x: number;
  readonly y: number;
};

type Props = {
  readonly standing: readonly Standing[];
  readonly size: number;
  readonly rungs: number;
  readonly players: Players;
  readonly hidden: boolean;
};

/** The part of its place that an emblem takes, and its side in ems of its letters. */
const FILL = 0.9;
const SIDE = 2.2;

/** The emblems of the pairs. */
export function Emblems({ standing, size, ...board }: Props) {
  return (
    <ol
      class={css.emblems}
      style={{ fontSize: `${(size * FILL) / SIDE}px` }}
      aria-label={m.present_emblems()}
    >
      {standing.map((each) => (
        <Emblem key={each.pair.match} {...each} {...board} />
      ))}
    </ol>
  );
}

type EmblemProps = Standing & Omit<Props, 'standing' | 'size'>;

/** Drawn anew only where something of its own has changed: hundreds of them stand on the board. */
class Emblem extends Component<EmblemProps> {
  override shouldComponentUpdate(next: EmblemProps): boolean {
    const { props } = this;
    return (Object.keys(next) as (keyof EmblemProps)[]).some((key) => next[key] !== props[key]);
  }

  override render({ pair, number, x, y, rungs, players, hidden }: EmblemProps) {
    return (
      <li style={{ transform: `translate(${x}px, ${y}px)` }}>
        <span
          class={css.pair}
          role="img"
          data-stuck={pair.stuck !== null}
          data-away={isAway(pair)}
          aria-label={labelOf(pair, pairWords(pair, number, players, hidden), rungs)}
        >
          <EmblemView pair={pair} number={number} players={players} hidden={hidden} />
        </span>
      </li>
    );
  }
}

/** Somebody is missing, and nobody plays in his place. */
const isAway = ({ seats, over }: Progress): boolean =>
  !over && [seats.client, seats.server].some((seat) => seat.away && !seat.replaced);

function labelOf(pair: Progress, name: string, rungs: number): string {
  const points = pointsOf(pair);
  return pair.over
    ? m.present_pair_done({ pair: name, points })
    : m.present_pair_at({ pair: name, rung: Math.min(pair.rung, rungs), rungs, points });
}
