import type { QuizQuestion } from '@ackade/contract';
import { useContext } from 'preact/hooks';
import { levelWords } from '../match/level.ts';
import { scenarioBrief, scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/host.ts';
import { Button } from '../parts/button.tsx';
import type { BoardState } from '../race/board.ts';
import { Absent } from './absent.tsx';
import css from './between.module.css';
import { Players } from './players.tsx';
import { QuizPanel, QuizRanking } from './quiz-panel.tsx';
import { SheetOpener } from './use-sheet.ts';

type Props = {
  readonly board: BoardState;
  /** The question that is asked. */
  readonly asked: QuizQuestion | null;
};

/** After a round: where everybody stands, what comes next, and what is asked in between. */
export function Between({ board, asked }: Props) {
  const open = useContext(SheetOpener);
  const { next, leg } = board.head;
  if (board.head.quiz?.on)
    return (
      <>
        <QuizPanel board={board} asked={asked} />
        <Players board={board} />
      </>
    );
  return (
    <>
      <section class={css.next}>
        {next ? (
          <>
            <p>{m.between_next()}</p>
            <h1>{scenarioName(next.scenario)}</h1>
            <p>{scenarioBrief(next.scenario)}</p>
            <p>{levelWords(next.level).name}</p>
          </>
        ) : (
          <>
            <p>{leg && m.between_after({ name: scenarioName(leg.scenario) })}</p>
            <h1>{m.between_last()}</h1>
          </>
        )}
      </section>
      <section class={css.next}>
        <p>{m.quiz_ask_text()}</p>
        <Button aria-haspopup="dialog" onClick={() => open({ kind: 'quiz' })}>
          {m.quiz_ask()}
        </Button>
        <QuizRanking board={board} />
      </section>
      <Absent board={board} />
      <Players board={board} />
    </>
  );
}
