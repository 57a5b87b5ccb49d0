import { useState } from 'preact/hooks';
import type { Problem, Reply } from '../api.ts';

export type Doing = {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** What was done last has come to its end. */
  readonly done: boolean;
  /** Does it, and what follows when it has been done. */
  readonly run: <T>(ask: () => Promise<Reply<T>>, then?: (value: T) => void) => void;
};

/** One thing at a time that the server is asked to do. */
export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState(false);
  return {
    busy,
    problem,
    done,
    async run(ask, then) {
      setBusy(true);
      setProblem(null);
      setDone(false);
      const reply = await ask();
      setBusy(false);
      if (!reply.ok) return setProblem(reply.problem);
      setDone(true);
      then?.(reply.value);
    },
  };
}
