import { lazy } from 'preact-iso';
import type { Problem } from '../api.ts';

/** `problemWords` for where it is seldom needed: the sentences are loaded when something goes wrong. */
export const ProblemText = lazy(() =>
  import('./problem.ts').then(
    ({ problemWords }) =>
      ({ problem }: { readonly problem: Problem }) => <>{problemWords(problem)}</>,
  ),
);
