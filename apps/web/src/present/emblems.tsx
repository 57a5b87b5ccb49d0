import type { Progress } from '@ackade/game';
import { Component } from 'preact';
import { useRef, useState } from 'preact/hooks';
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
  readonly onOpen: (match: string) => void;
};

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** The part of its place that an emblem takes, and its side in ems of its letters. */
const FILL = 0.9;
const SIDE = 2.2;

/** The emblems of the pairs: one stop for Tab, arrow keys from one to the next. */
export function Emblems({ standing, size, rungs, players, hidden, onOpen }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const stop = standing.some(({ pair }) => pair.match === focused)
    ? focused
    : standing[0]?.pair.match;
  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    const at = standing.findIndex(({ pair }) => pair.match === stop);
    const to = (at + by + standing.length) % standing.length;
    list.current?.children[to]?.querySelector('button')?.focus();
  };
  return (
    <ol
      ref={list}
      class={css.emblems}
      style={{ fontSize: `${(size * FILL) / SIDE}px` }}
      aria-label={m.present_emblems()}
      onKeyDown={step}
    >
      {standing.map((each) => (
        <Emblem
          key={each.pair.match}
          {...each}
          rungs={rungs}
          players={players}
          hidden={hidden}
          stop={each.pair.match === stop}
          onFocus={setFocused}
          onOpen={onOpen}
        />
      ))}
    </ol>
  );
}

type EmblemProps = Standing &
  Omit<Props, 'standing' | 'size'> & {
    /** Tab stops here. */
    readonly stop: boolean;
    readonly onFocus: (match: string) => void;
  };

/** Drawn anew only where something of its own has changed: hundreds of them stand on the board. */
class Emblem extends Component<EmblemProps> {
  override shouldComponentUpdate(next: EmblemProps): boolean {
    const { props } = this;
    return (Object.keys(next) as (keyof EmblemProps)[]).some((key) => next[key] !== props[key]);
  }

  override render({ pair, number, x, y, rungs, players, hidden, stop, ...on }: EmblemProps) {
    return (
      <li style={{ transform: `translate(${x}px, ${y}px)` }}>
        <button
          type="button"
          class={css.pair}
          data-stuck={pair.stuck !== null}
          data-away={isAway(pair)}
          tabIndex={stop ? 0 : -1}
          aria-label={labelOf(pair, pairWords(pair, number, players, hidden), rungs)}
          onFocus={() => on.onFocus(pair.match)}
          onClick={() => on.onOpen(pair.match)}
        >
          <EmblemView pair={pair} number={number} players={players} hidden={hidden} />
        </button>
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
