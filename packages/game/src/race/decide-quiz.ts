import { playerById, type Race } from './race.ts';
import type { HostCommand, RaceCommand, RaceRefusal } from './race-command.ts';
import type { RaceEvent } from './race-event.ts';
import {
  isQuestionDue,
  isSameMoment,
  MOST_QUESTIONS,
  mayAsk,
  type QuizMoment,
  quizOn,
} from './race-quiz.ts';

type Decision = { readonly events: readonly RaceEvent[] } | { readonly refusal: RaceRefusal };

const NOTHING: Decision = { events: [] };
const NOT_NOW: Decision = { refusal: 'not-now' };

type CommandOf<T extends RaceCommand['type']> = Extract<RaceCommand, { type: T }>;
type FromHost = Extract<HostCommand, { type: 'close-question' | 'next-question' | 'end-quiz' }>;

export function ask(race: Race, { questions, time }: CommandOf<'ask'>, at: number): Decision {
  if (!mayAsk(race)) return NOT_NOW;
  if (questions.length === 0 || questions.length > MOST_QUESTIONS) return NOT_NOW;
  return { events: [{ type: 'quiz-began', at, questions, time }] };
}

/** Sent again, it is taken for what it was the first time. */
export function answer(
  race: Race,
  { player, to, reply }: CommandOf<'answer'>,
  at: number,
): Decision {
  if (playerById(race, player)?.membership !== 'in') return { refusal: 'unknown-player' };
  const put = race.quizzes[to.quiz]?.put[to.question];
  if (put?.answers.some((a) => a.player === player)) return NOTHING;
  const on = quizOn(race);
  const open = on && !on.put.closed && isSameMoment(on.moment, to) && !isQuestionDue(race, at);
  return open ? { events: [{ type: 'answered', at, player, reply }] } : NOT_NOW;
}

export function allAnswered(
  race: Race,
  { to, present }: CommandOf<'all-answered'>,
  at: number,
): Decision {
  const on = quizOn(race);
  if (!on || on.put.closed || !isSameMoment(on.moment, to)) return NOTHING;
  const answered = new Set(on.put.answers.map((a) => a.player));
  const here = present.filter((id) => playerById(race, id)?.membership === 'in');
  return here.length > 0 && here.every((id) => answered.has(id))
    ? { events: [{ type: 'question-closed', at }] }
    : NOTHING;
}

/** The question closes by itself when its time is up. */
export const closedInTime = (race: Race, at: number): readonly RaceEvent[] =>
  isQuestionDue(race, at) ? [{ type: 'question-closed', at }] : [];

export function quizAsHost(race: Race, command: FromHost, at: number): Decision {
  if (command.type === 'end-quiz') return { events: endOfQuiz(race, at) };
  const on = quizOn(race);
  if (!on) return NOT_NOW;
  if (!isSameMoment(on.moment, command.from)) return NOTHING;
  const closing: readonly RaceEvent[] = on.put.closed ? [] : [{ type: 'question-closed', at }];
  if (command.type === 'close-question') return { events: closing };
  return isLast(race, on.moment)
    ? { events: endOfQuiz(race, at) }
    : { events: [...closing, { type: 'question-put', at }] };
}

const isLast = ({ quizzes }: Race, { quiz, question }: QuizMoment): boolean =>
  question + 1 === quizzes[quiz]?.questions.length;

/** What is open is closed first: what was answered counts. */
export function endOfQuiz(race: Race, at: number): readonly RaceEvent[] {
  const on = quizOn(race);
  if (!on) return [];
  const ended: RaceEvent = { type: 'quiz-ended', at };
  return on.put.closed ? [ended] : [{ type: 'question-closed', at }, ended];
}
