import {
  isSessionOver,
  type Learner,
  type LearnerCommand,
  type LearnerEvent,
  type LearnerRefusal,
  LONGEST_SESSION,
  MOST_LEARNED,
  SHORTEST_SESSION,
} from './learner.ts';
import { isExercise, type QuestionRef } from './question-ref.ts';

/** What a command leads to: events to record, or the reason why not. No events: nothing to do. */
export type LearnerDecision =
  | { readonly events: readonly LearnerEvent[] }
  | { readonly refusal: LearnerRefusal };

const NOTHING: LearnerDecision = { events: [] };
const refuse = (refusal: LearnerRefusal): LearnerDecision => ({ refusal });
const record = (event: LearnerEvent): LearnerDecision => ({ events: [event] });

type CommandOf<T extends LearnerCommand['type']> = Extract<LearnerCommand, { type: T }>;

/** Decides `command` at wall-clock time `at`, ms. Pure; `learner` is null only for `create`. */
export function decideLearner(
  learner: Learner | null,
  command: LearnerCommand,
  at: number,
): LearnerDecision {
  if (command.type === 'create') {
    const { type: _, ...terms } = command;
    return learner ? refuse('not-now') : record({ ...terms, type: 'created', at });
  }
  if (!learner) return refuse('unknown-learner');
  if (learner.erased) return command.type === 'erase' ? NOTHING : refuse('unknown-learner');
  switch (command.type) {
    case 'begin':
      return begin(learner, command, at);
    case 'answer':
      return answer(learner, command, at);
    case 'leave':
      if (learner.session?.id !== command.session || isSessionOver(learner.session)) return NOTHING;
      return record({ type: 'left', at });
    case 'practise': {
      const { practice } = command;
      return learner.matches.includes(practice.match)
        ? NOTHING
        : record({ type: 'practised', at, practice });
    }
    case 'learn':
      if (learner.learned.includes(command.step)) return NOTHING;
      return learner.learned.length < MOST_LEARNED
        ? record({ type: 'learned', at, step: command.step })
        : refuse('not-now');
    case 'merge':
      return record({ type: 'merged', at, knowledge: command.knowledge });
    case 'rename':
      return learner.name === command.name
        ? NOTHING
        : record({ type: 'renamed', at, name: command.name });
    case 'erase':
      return record({ type: 'erased', at });
  }
}

function begin(
  { session }: Learner,
  { type: _, ...terms }: CommandOf<'begin'>,
  at: number,
): LearnerDecision {
  if (session?.id === terms.id) return NOTHING;
  if (session && !isSessionOver(session)) return refuse('session-open');
  return isPlayable(terms.questions)
    ? record({ ...terms, type: 'began', at })
    : refuse('bad-session');
}

/** Neither too short nor too long, and nothing in it twice. What somebody else has put together may be short. */
const isPlayable = (questions: readonly QuestionRef[]): boolean =>
  questions.length >= (questions.every(isExercise) ? SHORTEST_SESSION : 1) &&
  questions.length <= LONGEST_SESSION &&
  new Set(questions.map((q) => `${q.skill}/${q.variant}`)).size === questions.length;

function answer(
  { session }: Learner,
  { session: id, position, answer }: CommandOf<'answer'>,
  at: number,
): LearnerDecision {
  if (session?.id !== id) return refuse('not-now');
  if (position < session.answers.length) return NOTHING;
  if (isSessionOver(session) || position > session.answers.length) return refuse('not-now');
  return record({ type: 'answered', at, answer });
}
