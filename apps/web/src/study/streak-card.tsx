import type { StudyState } from '@ackade/contract';
import { m } from '../messages/study.ts';
import css from './streak-card.module.css';

/** Days in a row: to please, never to press. */
export const StreakCard = ({ streak }: Pick<StudyState, 'streak'>) => {
  const { length, longest, today } = streak;
  return (
    <section class={css.card} data-today={today}>
      <span class={css.count} aria-hidden="true">
        {length}
        {today && <small>✓</small>}
      </span>
      <div>
        <h2>{daysWords(length)}</h2>
        <p>
          {today ? m.study_streak_today() : m.study_streak_open()} {m.study_streak_free()}
        </p>
        {longest > length && <p>{m.study_streak_longest({ days: longest })}</p>}
      </div>
    </section>
  );
};

function daysWords(days: number): string {
  if (days === 0) return m.study_streak_none();
  return days === 1 ? m.study_streak_one() : m.study_streak({ days });
}
