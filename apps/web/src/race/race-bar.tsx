import type { RaceView } from '@ackade/game';
import { lazy } from 'preact-iso';
import { clockText } from '../match/elapsed.ts';
import { m } from '../messages/play.ts';
import css from './race-bar.module.css';
import { useTimeLeft } from './time-left.ts';

const PairBadge = lazy(() =>
  import('./pair-badge.tsx').then(
    (part) => part.PairBadge,
    () => () => null,
  ),
);

type Props = { readonly view: RaceView; readonly since: number };

/** From here on the time left is shown as running out, ms. */
const SOON = 30_000;

/** Which round of how many, what is left of it, and whether the host has stopped the clocks. */
export function RaceBar({ view, since }: Props) {
  const left = useTimeLeft(view, since);
  const { round, of, paused, match } = view;
  return (
    <section class={css.bar} data-paused={paused} aria-label={m.play_round({ round, of })}>
      <span>{paused ? m.play_paused() : m.play_round({ round, of })}</span>
      {match && <PairBadge number={match.number} />}
      {left !== null && (
        <span class={css.left} data-soon={left < SOON}>
          <span class="visually-hidden">
            {m.play_time_left()} {clockText(left)}
          </span>
          <span aria-hidden="true">{m.play_round_left({ time: clockText(left) })}</span>
        </span>
      )}
    </section>
  );
}
