/** What the page and its worker say to each other. The segments stay with the worker, which hands out slices. */
import type { Locale, Posed, Response } from '@ackade/contract';
import type { Ending, Sighting } from '@ackade/observer';
import type { CaptureFault, Endpoint, Skipped } from '@ackade/tcp';
import type { Told } from './quiz.ts';

/**
 * Why there is nothing to show. `unreadable`: the browser could not read the file; `offline`: the server
 * did not give an example; `failed`: the worker broke down.
 */
export type Problem = CaptureFault['code'] | 'no-tcp' | 'unreadable' | 'offline' | 'failed';

/** A conversation without its segments. */
export type Outline = {
  /** Its place in the capture, from 0. */
  readonly id: number;
  readonly client: string;
  readonly server: string;
  /** Where it was seen, if the capture has several views of it. */
  readonly interface: string | null;
  readonly end: Ending;
  readonly segments: number;
  readonly violations: number;
  /** The number from which each end's relative numbers count. */
  readonly base: Readonly<Record<Endpoint, number>>;
};

export type Judgement = {
  readonly conversations: readonly Outline[];
  /** Frames in which no TCP segment was found, by reason. */
  readonly skipped: Skipped;
  /** The capture could not be read to its end; what stands before the break is judged. */
  readonly broken: boolean;
};

/** A question, wherever it stands. */
export type PosedHere = Omit<Posed, 'position'>;

export type Order =
  | { readonly kind: 'judge'; readonly file: Blob }
  /** The segments `from` to before `to` of a conversation. */
  | {
      readonly kind: 'segments';
      readonly conversation: number;
      readonly from: number;
      readonly to: number;
    }
  /** The places of all violations of a conversation. */
  | { readonly kind: 'violations'; readonly conversation: number }
  /** The first question about a conversation; then the next one. */
  | {
      readonly kind: 'quiz';
      readonly conversation: number;
      readonly seed: number;
      readonly locale: Locale;
    }
  | { readonly kind: 'next' }
  /** The answer to the last question. */
  | { readonly kind: 'answer'; readonly response: Response };

/** Orders of a kind are answered in the order in which they were given. */
export type Report =
  | { readonly kind: 'progress'; readonly read: number }
  | { readonly kind: 'judged'; readonly judgement: Judgement }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'segments'; readonly segments: readonly Sighting[] }
  | { readonly kind: 'violations'; readonly violations: readonly number[] }
  | { readonly kind: 'question'; readonly question: PosedHere | null }
  | { readonly kind: 'told'; readonly told: Told | null };
