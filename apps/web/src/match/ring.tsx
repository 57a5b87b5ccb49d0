import type { View } from '@ackade/game';
import { locale } from '../locale.ts';
import { m } from '../messages/extras.ts';
import { useElapsed } from './elapsed.ts';
import css from './ring.module.css';

type Alarm = NonNullable<View['alarm']>;
type Props = { readonly alarm: Alarm; readonly since: number; readonly frozen: boolean };

const AROUND = 2 * Math.PI * 15;

const NAMES: Readonly<Record<Alarm['timer'], () => string>> = {
  retransmission: m.ring_rto,
  'zero-window-probe': m.ring_probe,
  'delayed-ack': m.ring_delayed_ack,
  user: m.ring_user,
  'time-wait': m.ring_two_msl,
};

/** A timer of this end while it turns; connection time is compressed, and said to be. */
export function Ring({ alarm, since, frozen }: Props) {
  const { timer, of, real, running } = alarm;
  const elapsed = useElapsed(since, running && !frozen);
  const left = Math.max(0, alarm.in - elapsed) / of;
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
        {m.ring_time({ timer: NAMES[timer](), real: timeText(real) })}
        <small>{running ? m.ring_compressed({ shown: timeText(of) }) : m.ring_rests()}</small>
      </span>
    </p>
  );
}

/** `0.2 s`, `4 min`. */
function timeText(ms: number): string {
  const minutes = ms >= 60_000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: minutes ? 'minute' : 'second',
    unitDisplay: 'short',
    maximumSignificantDigits: 2,
  }).format(ms / (minutes ? 60_000 : 1000));
}
