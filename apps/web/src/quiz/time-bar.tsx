import { m } from '../messages/quiz.ts';
import css from './time-bar.module.css';

type Props = { readonly left: number; readonly time: number };

/** Below this the time is short, ms. */
const SHORT = 5000;

/** The time that is left to answer, as a bar that empties and in seconds. */
export function TimeBar({ left, time }: Props) {
  const seconds = Math.ceil(left / 1000);
  return (
    <p
      class={css.time}
      data-short={left <= SHORT}
      role="timer"
      aria-label={m.quiz_left({ seconds })}
    >
      <span class={css.track}>
        <span style={{ transform: `scaleX(${Math.min(1, left / time)})` }} />
      </span>
      <b>{seconds}</b>
    </p>
  );
}
