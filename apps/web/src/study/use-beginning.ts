import type { StudyState } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Problem } from '../api.ts';
import { type Beginning, begin, beginning } from './begin.ts';
import type { Skills } from './kept.ts';

export type Start = {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly start: (count: number, skills?: Skills) => void;
};

/**
 * Begins a session, in the place of the one that is open, and goes there; what did not get through is asked again under
 * the same name. `onStale`: another session has been opened elsewhere.
 */
export function useBeginning(session: StudyState['session'], onStale: () => void): Start {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [last, setLast] = useState<Beginning | null>(null);
  const open = session && !session.over ? session.id : null;
  return {
    busy,
    problem,
    async start(count, skills = []) {
      const same = last?.count === count && last.skills.join() === skills.join();
      const request = same ? last : beginning(count, skills);
      setLast(request);
      setBusy(true);
      setProblem(null);
      const reply = await begin(request, open);
      setBusy(false);
      if (reply.ok) return route('/study/session');
      setProblem(reply.problem);
      if (reply.problem === 'session-open') onStale();
    },
  };
}
