import type {
  PromptCode,
  Reason,
  Remark,
  ScriptLine,
  StatementCode,
  Waiting,
  WaitingReason,
} from '@ackade/game';
import type { Endpoint, Timeout } from '@ackade/tcp';

/**
 * All the sentences of one language. `{name}` stands for what is told of; control bits, states and fields keep the
 * names that RFC 9293 gives them.
 */
export type Words = {
  readonly endpoints: Readonly<Record<Endpoint, string>>;
  /** What the one who is asked knows of the TCB: before any SYN, before the peer's, and after. */
  readonly known: Readonly<Record<'idle' | 'syn-sent' | 'open' | 'half-closed', string>>;
  /** What has just happened. */
  readonly happened: {
    readonly arrived: string;
    readonly sent: string;
    readonly calls: Readonly<Record<ScriptLine['call'], string>>;
    readonly timers: Readonly<Record<Timeout, string>>;
  };
  /** How a connection that no figure begins with stood before. */
  readonly start: Readonly<Record<'closed' | 'established', string>>;
  readonly prompts: Readonly<Record<Exclude<PromptCode, 'statement'>, string>>;
  readonly silence: string;
  /** A segment or its bits: with data, and whose. */
  readonly withData: string;
  readonly octets: string;
  readonly noBits: string;
  /** A row of a figure, by its place or by the number of its frame. */
  readonly row: string;
  readonly frame: string;
  readonly sentBy: string;
  readonly truth: Readonly<Record<'right' | 'wrong', string>>;
  readonly waiting: Readonly<Record<Waiting, string>>;
  readonly waitingBecause: string;
  readonly closers: Readonly<Record<Endpoint | 'both', string>>;
  /** How much data. */
  readonly amount: string;
  readonly because: Readonly<Record<WaitingReason, string>>;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly remarks: Readonly<Record<Exclude<Remark, 'statement'>, string>>;
  readonly statements: Readonly<
    Record<StatementCode, { readonly wrong: string; readonly right: string }>
  >;
  /** What stands between two sentences, and between a claim and its reason. */
  readonly between: string;
};
