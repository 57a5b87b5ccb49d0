import { useEffect, useState } from 'preact/hooks';
import { clock } from './clock.ts';
import { network } from './network.ts';
import { NO_RESULTS, type Results } from './results.ts';
import { runCheck } from './run.ts';

/** Checks for as long as the component is shown; `again` begins anew. */
export function useCheck(): { readonly results: Results; readonly again: () => void } {
  const [results, see] = useState(NO_RESULTS);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    see(NO_RESULTS);
    return runCheck(network, clock, see);
  }, [attempt]);
  return { results, again: () => setAttempt((n) => n + 1) };
}
