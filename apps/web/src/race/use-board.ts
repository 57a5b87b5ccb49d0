import type { QuizQuestion } from '@ackade/contract';
import type { Lane } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { locale } from '../locale.ts';
import { type BoardState, withUpdate } from './board.ts';
import { openRace, type RaceLink } from './race-live.ts';

export type BoardSeen = {
  /** Null until the first board has come. */
  readonly board: BoardState | null;
  /** The ladder of the match that is watched. */
  readonly lane: Lane | null;
  /** What is asked, in words; null where nothing is. */
  readonly asked: QuizQuestion | null;
  readonly connected: boolean;
  /** Why the race is closed to us for good. */
  readonly problem: Problem | null;
  /** Null for the moment before it is opened. */
  readonly link: RaceLink | null;
};

/** Keeps the race open as host or projector for as long as the component is shown. */
export function useBoard(code: string, token: string): BoardSeen {
  const [board, setBoard] = useState<BoardState | null>(null);
  const [lane, setLane] = useState<Lane | null>(null);
  const [asked, setAsked] = useState<QuizQuestion | null>(null);
  const [connected, setConnected] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [link, setLink] = useState<RaceLink | null>(null);
  useEffect(() => {
    const opened = openRace(
      { code, token, locale },
      {
        connected: setConnected,
        problem: setProblem,
        board: (update) => setBoard((before) => withUpdate(before, update, performance.now())),
        lane: setLane,
        quiz: ({ on }) => setAsked(on),
      },
    );
    setLink(opened);
    return opened.close;
  }, [code, token]);
  return { board, lane, asked, connected, problem, link };
}
