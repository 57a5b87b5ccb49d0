import type { QuizQuestion } from '@ackade/contract';
import { m } from '../messages/quiz.ts';
import { grouped } from '../words/number.ts';
import css from './result.module.css';

type Props = {
  readonly question: QuizQuestion;
  readonly told: NonNullable<QuizQuestion['told']>;
};

/** What one's own answer came to, where one stands now, and why. */
export function Result({ question: { own }, told }: Props) {
  const { result = null, place = null } = own ?? {};
  const look = result ? (result.right ? 'right' : 'wrong') : 'none';
  return (
    <section class={css.result} data-look={look} role="status">
      <h2>
        {result && <span aria-hidden="true">{result.right ? '✓' : '✕'} </span>}
        {result ? (result.right ? m.quiz_right() : m.quiz_wrong()) : m.quiz_none()}
      </h2>
      {result && result.points > 0 && (
        <p class={css.points}>{m.quiz_points({ points: grouped(result.points) })}</p>
      )}
      <p>{told.explanation}</p>
      {told.correction && (
        <p>
          <b>{m.quiz_remember()}</b> {told.correction}
        </p>
      )}
      {place && (
        <p class={css.place}>
          {m.quiz_place({
            place: place.place,
            players: place.players,
            points: grouped(place.points),
          })}
        </p>
      )}
    </section>
  );
}
