import type { QuizQuestion } from '@ackade/contract';
import { m } from '../messages/quiz.ts';
import { FittedLadder } from '../present/fitted-ladder.tsx';
import { playerWords } from '../present/player-words.ts';
import type { BoardState } from '../race/board.ts';
import { chosenIn } from '../study/form.ts';
import { KnownCard } from '../study/known-card.tsx';
import { promptParts } from '../study/prompt.ts';
import { grouped } from '../words/number.ts';
import { ChoiceShape } from './choice-shape.tsx';
import css from './question-scene.module.css';
import { useLeft } from './seconds.ts';
import { solutionLines } from './solution.ts';
import { TimeBar } from './time-bar.tsx';

type Props = { readonly board: BoardState; readonly asked: QuizQuestion };

/** So many stand beside the answer. */
const FIRST = 5;

/** A question on the wall: what is asked and how many have answered; then how, and what is right. */
export function QuestionScene({ board, asked }: Props) {
  const { posed, told, time } = asked;
  const { on } = board.head.quiz ?? {};
  const left = useLeft(on?.endsIn ?? null, board.since);
  const { situation, asked: prompt } = promptParts(posed.prompt);
  const present = [...board.players.values()].filter((p) => p.present).length;
  const countable = posed.form === 'one' || posed.form === 'many';
  return (
    <div class={css.question} data-figure={posed.figure.length > 0} data-told={told !== null}>
      <header class={css.asked}>
        {(situation || posed.kind === 'statement') && <p>{situation || m.quiz_statement()}</p>}
        <h2>{prompt}</h2>
      </header>
      {posed.figure.length > 0 && (
        <div class={css.figure}>
          <FittedLadder
            rows={posed.figure}
            level={posed.skill === 'window' ? 'full' : 'numbers'}
            {...(told?.row == null ? {} : { current: told.row })}
          />
          {posed.known && <KnownCard known={posed.known} />}
        </div>
      )}
      <div class={css.answers}>
        {countable ? (
          <Choices asked={asked} />
        ) : (
          <ul class={css.lines}>
            {(told ? solutionLines(posed, told.solution) : unsolved(asked)).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {told && <p class={css.why}>{told.explanation}</p>}
      </div>
      <footer class={css.foot}>
        {told ? (
          <>
            <p>{m.quiz_was_right({ right: told.right, answers: told.answers })}</p>
            <Ranking board={board} />
          </>
        ) : (
          <>
            <p role="status">{m.quiz_answers({ count: on?.answers ?? 0, players: present })}</p>
            <div class={css.time}>{left === null ? null : <TimeBar left={left} time={time} />}</div>
          </>
        )}
      </footer>
    </div>
  );
}

/** What there is to be ordered or matched, as long as it is not. */
const unsolved = ({ posed }: QuizQuestion): readonly string[] =>
  posed.choices.length > 0 ? [...posed.left, ...posed.choices] : [m.quiz_look()];

function Choices({ asked: { posed, told } }: { readonly asked: QuizQuestion }) {
  const key = chosenIn(told?.solution ?? null);
  const most = Math.max(1, ...(told?.chosen ?? []));
  return (
    <ul class={css.choices} data-many={posed.choices.length > 4}>
      {posed.choices.map((text, i) => {
        const count = told?.chosen[i] ?? 0;
        return (
          <li key={i} data-mark={told ? (key.includes(i) ? 'right' : 'wrong') : null}>
            {told && <span class={css.share} style={{ '--share': count / most }} />}
            <ChoiceShape index={i} />
            <span class={css.text}>{text}</span>
            {told && (
              <b>
                {key.includes(i) && (
                  <>
                    <span aria-hidden="true">✓ </span>
                    <span class="visually-hidden">{m.quiz_key()}, </span>
                  </>
                )}
                <span aria-hidden="true">{count}</span>
                <span class="visually-hidden">{m.quiz_chosen({ count })}</span>
              </b>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Ranking({ board: { head, players } }: { readonly board: BoardState }) {
  const first = (head.quiz?.ranking ?? []).slice(0, FIRST);
  if (first.length === 0) return null;
  return (
    <ol class={css.ranking} aria-label={m.quiz_ranking()}>
      {first.map(({ player: id, place, points }) => {
        const player = players.get(id);
        return (
          player && (
            <li key={id}>
              <b>{place}</b> <span>{playerWords(player, players, head.namesHidden)}</span>{' '}
              <strong>{grouped(points)}</strong>
            </li>
          )
        );
      })}
    </ol>
  );
}
