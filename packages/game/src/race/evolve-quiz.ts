import { ACCURACY_POINTS, NO_TALLY, scoreOf, speedPoints } from '../score.ts';
import { playerById, type Race, raceClock } from './race.ts';
import type { RaceEvent } from './race-event.ts';
import type { PutQuestion, QuizReply, RaceQuiz } from './race-quiz.ts';

type EventOf<T extends RaceEvent['type']> = Extract<RaceEvent, { type: T }>;

export const quizBegan = (race: Race, { questions, time, at }: EventOf<'quiz-began'>): Race => ({
  ...race,
  quizzes: [
    ...race.quizzes,
    { questions, time, timed: race.options.timed, put: [freshAt(race, at)], over: false },
  ],
});

export const questionPut = (race: Race, at: number): Race =>
  withQuiz(race, ({ put }) => ({ put: [...put, freshAt(race, at)] }));

const freshAt = (race: Race, at: number): PutQuestion => ({
  at: raceClock(race, at),
  closed: false,
  answers: [],
});

export function answered(race: Race, { player, reply, at }: EventOf<'answered'>): Race {
  const pace = playerById(race, player)?.pace ?? 1;
  return withPut(race, (put, { time, timed }) => {
    const took = Math.max(0, raceClock(race, at) - put.at) / pace;
    const points = pointsFor(reply, timed, speedPoints(took, time));
    return { answers: [...put.answers, { ...reply, player, points }] };
  });
}

/** As for a turn of a match that is right at the first try; nothing for what is wrong. */
const pointsFor = ({ right }: QuizReply, timed: boolean, speed: number): number =>
  right
    ? scoreOf({ ...NO_TALLY, turns: 1, firstTry: 1, accuracy: ACCURACY_POINTS, speed }, timed)
        .points
    : 0;

export const questionClosed = (race: Race): Race => withPut(race, () => ({ closed: true }));

export const quizEnded = (race: Race): Race => withQuiz(race, () => ({ over: true }));

/** As if the question had been put that much later. */
export const questionPostponed = (race: Race, ms: number): Race =>
  withPut(race, ({ at }) => ({ at: at + ms }));

function withQuiz(race: Race, change: (quiz: RaceQuiz) => Partial<RaceQuiz>): Race {
  const quiz = race.quizzes.at(-1);
  return quiz
    ? { ...race, quizzes: [...race.quizzes.slice(0, -1), { ...quiz, ...change(quiz) }] }
    : race;
}

const withPut = (
  race: Race,
  change: (put: PutQuestion, quiz: RaceQuiz) => Partial<PutQuestion>,
): Race =>
  withQuiz(race, (quiz) => {
    const last = quiz.put.at(-1);
    return last ? { put: [...quiz.put.slice(0, -1), { ...last, ...change(last, quiz) }] } : {};
  });
