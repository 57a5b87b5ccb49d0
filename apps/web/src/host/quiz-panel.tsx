import type { QuizQuestion } from '@ackade/contract';
import { m } from '../messages/host.ts';
import { solutionLines } from '../quiz/solution.ts';
import type { BoardState } from '../race/board.ts';
import { grouped } from '../words/number.ts';
import css from './between.module.css';
import { OrderButton } from './order-button.tsx';

type Props = { readonly board: BoardState; readonly asked: QuizQuestion | null };

/** The question that is asked, in the hand of who asks it. */
export function QuizPanel({ board, asked }: Props) {
  const { on } = board.head.quiz ?? {};
  if (!on) return null;
  const { quiz, question, of, answers, endsIn } = on;
  const from = { quiz, question };
  const players = [...board.players.values()].filter((p) => p.present).length;
  // The words come by themselves, a moment before or after the board.
  const words = asked?.quiz === quiz && asked.question === question ? asked : null;
  return (
    <section class={css.next}>
      <p>{m.quiz_question({ number: question + 1, of })}</p>
      <h1 class={css.prompt}>{words?.posed.prompt}</h1>
      <p role="status">
        {words?.told
          ? m.quiz_right({ right: words.told.right, answers: words.told.answers })
          : m.quiz_answers({ count: answers, players })}
      </p>
      {words?.told && (
        <div>
          <h2>{m.quiz_solution()}</h2>
          {solutionLines(words.posed, words.told.solution).map((line) => (
            <p key={line} class={css.solution}>
              {line}
            </p>
          ))}
          <p>{words.told.explanation}</p>
        </div>
      )}
      <QuizRanking board={board} />
      <div class={css.orders}>
        {endsIn !== null && (
          <OrderButton command={{ type: 'next-question', from }}>{m.quiz_skip()}</OrderButton>
        )}
        <OrderButton kind="quiet" command={{ type: 'end-quiz' }}>
          {m.quiz_stop()}
        </OrderButton>
      </div>
    </section>
  );
}

/** The first ten in what was asked so far; nothing before that. */
export function QuizRanking({ board: { head, players } }: Pick<Props, 'board'>) {
  const ranking = head.quiz?.ranking ?? [];
  if (ranking.length === 0) return null;
  return (
    <details>
      <summary>{m.quiz_ranking()}</summary>
      <ol class={css.ranking}>
        {ranking.map(({ player, place, points }) => (
          <li key={player}>
            <b>{place}</b> {players.get(player)?.name} <strong>{grouped(points)}</strong>
          </li>
        ))}
      </ol>
    </details>
  );
}
