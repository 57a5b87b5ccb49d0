/** A question and its answer, in codes and numbers: the sentences are made of it in the reader's language. */
import type { Control, Endpoint, RuleId, Segment, State, Tcb, TcpEvent } from '@ackade/tcp';
import type { Skill } from '../scenario.ts';
import type { RowView, TcbView } from '../view.ts';
import type { Belief } from './belief.ts';
import type { Reason } from './reason.ts';

/** What is asked, in the order of the index in `kinds/`. */
export const QUESTION_KINDS = [
  'next-segment',
  'control-bits',
  'numbers',
  'state-now',
  'state-after',
  'peer-answer',
  'wrong-segment',
  'order',
  'time-wait',
  'statement',
  'capture',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Who goes through TIME-WAIT. */
export type Waiting = Endpoint | 'both' | 'neither';
/** Why. */
export const WAITING_REASONS = [
  'closed-first',
  'closed-last',
  'fins-crossed',
  'reset',
  'fins-acknowledged',
  'each-sent-fin',
] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

/** What one can answer. */
export type Said =
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'silence' }
  /** Without PSH; `data`: whether octets go with them. */
  | { readonly kind: 'bits'; readonly ctl: Control; readonly data: boolean }
  /** `ack`: null where the segment has none; `seq`: null where only the other is asked for. */
  | { readonly kind: 'numbers'; readonly seq: number | null; readonly ack: number | null }
  | { readonly kind: 'state'; readonly state: State }
  /** A segment, and who sends it. */
  | { readonly kind: 'sent'; readonly from: Endpoint; readonly segment: Segment }
  /** A row of the figure, as an index. */
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'waiting'; readonly who: Waiting; readonly why: WaitingReason }
  /** Who closed first; `both`: at the same time. */
  | { readonly kind: 'closer'; readonly who: Endpoint | 'both' }
  | { readonly kind: 'octets'; readonly octets: number }
  | { readonly kind: 'truth'; readonly is: boolean };

/** `misconception`: what leads to it; null of a right one, and of what is to be put in order. */
export type Choice = { readonly said: Said; readonly misconception: Belief | null };

export type Params = Readonly<Record<string, string | number>>;

/** What can be asked, each in a sentence of its own. */
export const PROMPTS = [
  'next-segment',
  'control-bits',
  'numbers',
  'state-now',
  'state-after',
  'peer-answer',
  'wrong-segment',
  'order',
  'time-wait',
  'statement',
  'capture-ack',
  'capture-seq',
  'capture-bits',
  'capture-acknowledged',
  'capture-repeated',
  'capture-closer',
  'capture-octets',
] as const;
export type PromptCode = (typeof PROMPTS)[number];

/** What an explanation says besides which case of §3.10 it is. */
export const REMARKS = [
  'sent',
  'state-stays',
  'state-changes',
  'should-be',
  'order',
  'waiting-nobody',
  'waiting-one',
  'waiting-both',
  'statement',
  'capture-ack',
  'capture-seq',
  'capture-bits-syn',
  'capture-bits-fin',
  'capture-bits-ack',
  'capture-acknowledged',
  'capture-repeated',
  'capture-closed-first',
  'capture-closed-both',
  'capture-octets',
] as const;
export type Remark = (typeof REMARKS)[number];

/** A sentence by its name, and what it tells of. */
type Phrase<Code> = { readonly code: Code; readonly params: Params };
export type Asked = Phrase<PromptCode>;
export type Explained = Phrase<Reason | Remark>;

/** What an answer rests on, where that is one step: `step(tcb, event)` gives it. */
export type Basis = { readonly tcb: Tcb; readonly event: TcpEvent };

export type Question = {
  /** `kind:source:seed`, from which `questionOf` makes the same question again. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly skill: Skill;
  /** Which situation it is about: questions of one skill differ in it. */
  readonly variant: string;
  readonly prompt: Asked;
  /** What whoever is asked may know; its last row is what is to be answered, where something is. */
  readonly figure: readonly RowView[];
  /** Of a capture: the number of the frame that each row shows. */
  readonly frames: readonly number[] | null;
  /** The TCB that is told, as it was before that. */
  readonly known: TcbView | null;
  readonly choices: readonly Choice[];
  /** The right choice as an index; or all of them in the right order. */
  readonly answer: number | readonly number[];
  /** Why, sentence by sentence. */
  readonly explanation: readonly Explained[];
  readonly rule: RuleId;
  /** The row of the figure that decides, where it is a single one. Part of the answer. */
  readonly row: number | null;
  readonly basis: Basis | null;
  /** On the scale of Elo's ratings, estimated from what the question is made of. */
  readonly difficulty: number;
};

/** What a kind makes of a source. */
export type Draft = Omit<Question, 'id' | 'kind' | 'difficulty'>;

/** A drawing of lots: whole numbers in 0 … `below` − 1. */
export type Lots = (below: number) => number;
