import type { StudyState } from '@ackade/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { dropAnswer, keptAnswer } from './kept.ts';
import { pause, persist } from './persist.ts';
import { answerQuestion, studyState } from './study-api.ts';

export type Known = {
  readonly state: StudyState | null;
  /** Why there is none, where waiting does not help. */
  readonly problem: Problem | null;
  /** The server is away. */
  readonly waiting: boolean;
  readonly look: () => Promise<void>;
};

/** What is known of this learner, as soon as the server can be reached; brings what was kept to it first. */
export function useStudyState(): Known {
  const [state, setState] = useState<StudyState | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [waiting, setWaiting] = useState(false);
  const gone = useRef(false);
  const patience = { waiting: setWaiting, pause, gone: () => gone.current };

  const look = async (): Promise<void> => {
    const kept = keptAnswer();
    if (kept && (await persist(() => answerQuestion(kept), patience))) dropAnswer();
    const reply = await persist(studyState, patience);
    if (reply?.ok) setState(reply.value);
    setProblem(reply && !reply.ok ? reply.problem : null);
  };
  useEffect(() => {
    void look();
    return () => {
      gone.current = true;
    };
  }, []);
  return { state, problem, waiting, look };
}
