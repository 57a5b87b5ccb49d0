/** What has happened in a race, as the log has it. */
import type { QuestionRef } from '../mastery/question-ref.ts';
import type { Weather } from '../weather.ts';
import type { Pair, Place, RaceOptions } from './race.ts';
import type { Newcomer, RaceCommand } from './race-command.ts';
import type { QuizReply } from './race-quiz.ts';
import type { RecordedResult } from './recorded-result.ts';

type At = { readonly at: number };

export type RaceEvent = At &
  (
    | (Omit<Extract<RaceCommand, { type: 'create' }>, 'type'> & { readonly type: 'created' })
    | { readonly type: 'joined'; readonly newcomer: Newcomer }
    | { readonly type: 'placed'; readonly player: string; readonly place: Place }
    | { readonly type: 'round-began'; readonly pairs: readonly Pair[] }
    | { readonly type: 'round-stopped' }
    | { readonly type: 'round-closed'; readonly results: readonly RecordedResult[] }
    | { readonly type: 'moved-on'; readonly phase: 'podium' | 'debrief' | 'over' }
    | { readonly type: 'ending' }
    | { readonly type: 'paused' }
    | { readonly type: 'resumed' }
    | { readonly type: 'time-added'; readonly ms: number }
    | { readonly type: 'locked'; readonly locked: boolean }
    | { readonly type: 'names-hidden'; readonly hidden: boolean }
    | { readonly type: 'spotlit'; readonly match: string | null }
    | { readonly type: 'kicked'; readonly player: string; readonly ban: boolean }
    | { readonly type: 'renamed'; readonly player: string; readonly name: string }
    | { readonly type: 'paced'; readonly player: string; readonly pace: number }
    | { readonly type: 'weather-made'; readonly weather: Weather }
    | { readonly type: 'options-set'; readonly options: RaceOptions }
    /** With it the first question is put. */
    | {
        readonly type: 'quiz-began';
        readonly questions: readonly QuestionRef[];
        readonly time: number;
      }
    | { readonly type: 'question-put' }
    /** To the question that is open. */
    | { readonly type: 'answered'; readonly player: string; readonly reply: QuizReply }
    | { readonly type: 'question-closed' }
    | { readonly type: 'quiz-ended' }
    | { readonly type: 'paired'; readonly a: string; readonly b: string | null }
  );
