import type { Ending, Verdict } from '@ackade/observer';
import type { Skip } from '@ackade/tcp';
import { m } from '../messages/judge.ts';
import type { Problem } from './judgement.ts';

const VERDICTS: Readonly<Record<Verdict, () => string>> = {
  ok: m.verdict_ok,
  retransmission: m.verdict_retransmission,
  'stacks-differ': m.verdict_stacks_differ,
  unknown: m.verdict_unknown,
  violation: m.verdict_violation,
};

const ENDINGS: Readonly<Record<Ending, () => string>> = {
  graceful: m.ending_graceful,
  reset: m.ending_reset,
  open: m.ending_open,
  refused: m.ending_refused,
  unanswered: m.ending_unanswered,
};

const PROBLEMS: Readonly<Record<Problem, () => string>> = {
  empty: m.problem_empty,
  'not-a-capture': m.problem_not_a_capture,
  'unsupported-version': m.problem_unsupported_version,
  damaged: m.problem_damaged,
  'cut-short': m.problem_cut_short,
  'no-tcp': m.problem_no_tcp,
  unreadable: m.problem_unreadable,
  offline: m.problem_offline,
  failed: m.problem_failed,
};

const SKIPS: Readonly<Record<Skip, () => string>> = {
  'unknown-link': m.skip_unknown_link,
  'not-ip': m.skip_not_ip,
  'not-tcp': m.skip_not_tcp,
  fragment: m.skip_fragment,
  truncated: m.skip_truncated,
  malformed: m.skip_malformed,
};

export const verdictWords = (verdict: Verdict): string => VERDICTS[verdict]();

/** How a conversation ended. */
export const endingWords = (ending: Ending): string => ENDINGS[ending]();

/** Why a file cannot be judged, and what to do. */
export const problemWords = (problem: Problem): string => PROBLEMS[problem]();

/** Why a frame was passed over, as the heading of a count. */
export const skipWords = (skip: Skip): string => SKIPS[skip]();
