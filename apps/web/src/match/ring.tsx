import type { View } from '@ackade/game';
import { m } from '../messages/play.ts';
import { useElapsed } from './elapsed.ts';
import css from './ring.module.css';

type Props = {
  readonly alarm: NonNullable<View['alarm']>;
  readonly since: number;
  readonly frozen: boolean;
};

const AROUND = 2 * Math.PI * 15;

/** A timer of this end while it turns; connection time is compressed, and said to be. */
export function Ring({ alarm, since, frozen }: Props) {
  const elapsed = useElapsed(since, !frozen);
  const left = Math.max(0, alarm.in - elapsed) / alarm.of;
  const name = alarm.timer === 'retransmission' ? m.play_rto() : m.play_two_msl();
  return (
    <p class={css.ring}>
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle class={css.track} cx="18" cy="18" r="15" />
        <circle
          class={css.left}
          cx="18"
          cy="18"
          r="15"
          stroke-dasharray={AROUND}
          stroke-dashoffset={AROUND * (1 - left)}
          transform="rotate(-90 18 18)"
        />
      </svg>
      <span>
        {name}
        <small>{m.play_compressed()}</small>
      </span>
    </p>
  );
}
