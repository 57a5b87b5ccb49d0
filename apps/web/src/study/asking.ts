/** Where somebody stands in a session. */
import type { Posed, Response, Revealed, StudySession } from '@ackade/contract';
import type { Problem } from '../api.ts';

export type Asking =
  | { readonly stage: 'loading' }
  | { readonly stage: 'refused'; readonly problem: Problem }
  | { readonly stage: 'asked'; readonly session: StudySession; readonly posed: Posed }
  /** The answer is on its way. */
  | {
      readonly stage: 'given';
      readonly session: StudySession;
      readonly posed: Posed;
      readonly response: Response;
    }
  /** `session`: as it goes on. */
  | {
      readonly stage: 'told';
      readonly session: StudySession;
      readonly posed: Posed;
      readonly revealed: Revealed;
    }
  | { readonly stage: 'over'; readonly session: StudySession };

/** What is to be done now in a session. */
export const going = (session: StudySession): Asking =>
  session.next ? { stage: 'asked', session, posed: session.next } : { stage: 'over', session };
