import { useEffect, useState } from 'preact/hooks';
import { m } from '../messages/session.ts';
import css from './clock.module.css';

type Props = {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  /** Since when, on the clock of `performance.now`; null where the time stands still. */
  readonly since: number | null;
  /** What has passed where it stands still, ms. */
  readonly took: number | null;
};

/** Tells how long one has been thinking, for those who want to know. Nothing runs out. */
export function Clock({ on, onSwitch, since, took }: Props) {
  const [, tick] = useState(0);
  const running = on && since !== null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => tick((n) => n + 1), 250);
    return () => clearInterval(timer);
  }, [running]);
  const ms = since === null ? took : performance.now() - since;
  return (
    <button
      type="button"
      class={css.clock}
      aria-pressed={on}
      aria-label={m.session_clock()}
      title={m.session_clock()}
      onClick={() => onSwitch(!on)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M8 2.5a6 6 0 1 0 .01 0M8 5v3.5l2 1.5M6.5.8h3" />
      </svg>
      {on && <span>{minutes(ms ?? 0)}</span>}
    </button>
  );
}

/** `1:05`. */
const minutes = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
};
