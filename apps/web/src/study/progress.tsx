import type { StudySession } from '@ackade/contract';
import { m } from '../messages/session.ts';
import css from './progress.module.css';

type Props = {
  readonly session: StudySession;
  /** Of the question that is shown. */
  readonly position: number;
};

/** A pip for each question: a disc was right, a ring was not, the bar is where one is. */
export const Progress = ({ session: { answers, count }, position }: Props) => (
  <div
    class={css.pips}
    role="img"
    aria-label={m.session_progress({
      place: position + 1,
      count,
      right: answers.filter(Boolean).length,
    })}
  >
    {Array.from({ length: count }, (_, i) => (
      <span
        key={i}
        data-is={answers[i] === undefined ? 'open' : answers[i] ? 'right' : 'wrong'}
        data-here={i === position}
      />
    ))}
  </div>
);
