import { useEffect, useState } from 'preact/hooks';
import type { Problem, Reply } from '../api.ts';

export type Fetched<T> = {
  /** What came last; null before. */
  readonly value: T | null;
  readonly problem: Problem | null;
  readonly look: () => void;
};

/** What the server has, and has again on every look. */
export function useFetched<T>(ask: () => Promise<Reply<T>>): Fetched<T> {
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = (): void =>
    void ask().then((reply) => {
      if (reply.ok) setValue(reply.value);
      setProblem(reply.ok ? null : reply.problem);
    });
  useEffect(look, []);
  return { value, problem, look };
}
