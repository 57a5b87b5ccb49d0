/** What may be asked of a race, and why it is refused. */
import type { QuestionRef } from '../mastery/question-ref.ts';
import type { Weather } from '../weather.ts';
import type { Leg, Pair, PairResult, RaceOptions, RacePhase, RacePlayer } from './race.ts';
import type { QuizMoment, QuizReply } from './race-quiz.ts';

/** A player as the edge knows one who joins. */
export type Newcomer = Pick<RacePlayer, 'id' | 'name' | 'token' | 'player'>;

/** Where the host thought the race was when he pressed: pressed twice, it goes on once. */
export type Moment = { readonly phase: RacePhase; readonly round: number };

/** What only the host may do. */
export type HostCommand =
  /** On to the next round, the podium, the debrief, the end. */
  | { readonly type: 'next'; readonly from: Moment }
  /** The round is over now. */
  | { readonly type: 'skip'; readonly from: Moment }
  /** To the podium as soon as the round is over, which it is now. */
  | { readonly type: 'end' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'add-time'; readonly ms: number }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'hide-names'; readonly hidden: boolean }
  | { readonly type: 'spotlight'; readonly match: string | null }
  | { readonly type: 'kick'; readonly player: string; readonly ban: boolean }
  | { readonly type: 'rename'; readonly player: string; readonly name: string }
  | { readonly type: 'pace'; readonly player: string; readonly pace: number }
  | { readonly type: 'weather'; readonly weather: Weather }
  | { readonly type: 'options'; readonly options: RaceOptions }
  /** The question is closed now, and its answer told. */
  | { readonly type: 'close-question'; readonly from: QuizMoment }
  /** On to the next question, whether this one is closed or not; after the last one the quiz is over. */
  | { readonly type: 'next-question'; readonly from: QuizMoment }
  | { readonly type: 'end-quiz' }
  /** `b` null takes the pair of `a` apart. */
  | { readonly type: 'pair'; readonly a: string; readonly b: string | null };

export type RaceCommand =
  | {
      readonly type: 'create';
      readonly id: string;
      readonly code: string;
      readonly host: string;
      readonly screen: string;
      readonly seed: number;
      readonly legs: readonly Leg[];
      readonly options: RaceOptions;
    }
  | { readonly type: 'join'; readonly newcomer: Newcomer }
  /** A player is here who may have no match to play; `running`: the matches of the round that are not over. */
  | { readonly type: 'place'; readonly player: string; readonly running: readonly string[] }
  /** `present`: ids of the players who are connected; `matches`: fresh ids, enough for all pairs. */
  | {
      readonly type: 'host';
      readonly command: HostCommand;
      readonly present: readonly string[];
      readonly matches: readonly string[];
    }
  /**
   * All matches of round `round` (from 0) are over. `results` are of `pairs`, in their order, as they were when the
   * matches were looked at.
   */
  | {
      readonly type: 'close-round';
      readonly round: number;
      readonly pairs: readonly Pair[];
      readonly results: readonly PairResult[];
    }
  /** Between two rounds questions are put to everybody, one after the other; `time`: for each, ms. */
  | { readonly type: 'ask'; readonly questions: readonly QuestionRef[]; readonly time: number }
  /** What a player answers, as it is judged where the answer is known. The first answer stands. */
  | {
      readonly type: 'answer';
      readonly player: string;
      readonly to: QuizMoment;
      readonly reply: QuizReply;
    }
  /** Nobody is connected but `present`: once they have all answered, the question is closed. */
  | { readonly type: 'all-answered'; readonly to: QuizMoment; readonly present: readonly string[] }
  /** The question closes by itself, if it is due. */
  | { readonly type: 'time-up' }
  /** Nothing has happened since this wall-clock time, for the server was away: nobody loses it. */
  | { readonly type: 'recover'; readonly since: number }
  | { readonly type: 'tick' };

/** Why a command of a race is refused. A refusal changes nothing. */
export const RACE_REFUSALS = [
  'name-taken',
  'name-rude',
  'not-on-roster',
  'race-locked',
  'race-full',
  'race-over',
  'banned',
  'nobody-here',
  'not-now',
  'unknown-player',
  'unknown-scenario',
  'too-much-weather',
] as const;
export type RaceRefusal = (typeof RACE_REFUSALS)[number];
