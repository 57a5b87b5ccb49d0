import type { QuizQuestion, Response } from '@ackade/contract';
import { m } from '../messages/quiz.ts';
import { chosenIn } from '../study/form.ts';
import { ChoiceShape } from './choice-shape.tsx';
import css from './tiles.module.css';

type Props = {
  readonly question: QuizQuestion;
  /** What one has answered. */
  readonly given: Response | null;
  readonly closed: boolean;
  readonly onChoose: (choice: number) => void;
};

/** One of several, under a thumb: a tap is the answer. */
export function Tiles({ question: { posed, told }, given, closed, onChoose }: Props) {
  const mine = chosenIn(given);
  const key = chosenIn(told?.solution ?? null);
  return (
    <ul class={css.tiles} data-many={posed.choices.length > 4}>
      {posed.choices.map((text, i) => {
        const isMine = mine.includes(i);
        const isKey = key.includes(i);
        return (
          <li key={i}>
            <button
              type="button"
              class={css.tile}
              data-choice={i}
              data-mark={told ? (isKey ? 'right' : isMine ? 'wrong' : 'none') : null}
              aria-pressed={isMine}
              disabled={closed || given !== null}
              onClick={() => onChoose(i)}
            >
              <ChoiceShape index={i} />
              <span class={css.text}>{text}</span>
              {told && (isKey || isMine) && (
                <b>
                  <span aria-hidden="true">{isKey ? '✓' : '✕'}</span>{' '}
                  {isMine ? m.quiz_yours() : m.quiz_key()}
                  {isMine && (
                    <span class="visually-hidden">: {isKey ? m.quiz_right() : m.quiz_wrong()}</span>
                  )}
                </b>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
