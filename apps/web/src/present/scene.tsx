import type { QuizQuestion } from '@ackade/contract';
import { lazy } from 'preact-iso';
import { loadAnew } from '../load-anew.ts';
import type { BoardState } from '../race/board.ts';
import { Between } from './between.tsx';
import { Debrief } from './debrief.tsx';
import { Lobby } from './lobby.tsx';
import type { Places } from './movement.ts';
import { Over } from './over.tsx';
import { PodiumScene } from './podium-scene.tsx';
import { RoundScene } from './round-scene.tsx';

const QuestionScene = lazy(() =>
  import('../quiz/question-scene.tsx').then((part) => part.QuestionScene, loadAnew),
);

type Props = {
  readonly board: BoardState;
  /** What the host asks. */
  readonly asked: QuizQuestion | null;
  readonly places: Places | null;
};

/** What fills the screen in each phase. */
export function Scene({ board, asked, places }: Props) {
  switch (board.head.phase) {
    case 'lobby':
      return <Lobby board={board} />;
    case 'round':
      return <RoundScene key={board.head.round} board={board} />;
    case 'between':
      return asked && board.head.quiz?.on ? (
        <QuestionScene key={`${asked.quiz}/${asked.question}`} board={board} asked={asked} />
      ) : (
        <Between board={board} places={places} />
      );
    case 'podium':
      return <PodiumScene board={board} />;
    case 'debrief':
      return <Debrief board={board} />;
    case 'over':
      return <Over board={board} />;
  }
}
