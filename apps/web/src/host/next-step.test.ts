import { type BoardHead, RACE_PHASES, usualOptions } from '@ackade/game';
import { expect, test } from 'vitest';
import { nextStep } from './next-step.ts';

const LEG = { scenario: 'close', level: 'flags' } as const;

const headIn = (change: Partial<BoardHead>): BoardHead => ({
  code: 'K7M4Q',
  phase: 'lobby',
  round: 0,
  of: 2,
  leg: null,
  next: LEG,
  endsIn: null,
  paused: false,
  podium: null,
  lessons: null,
  legs: [LEG, LEG],
  options: usualOptions('flags'),
  locked: false,
  namesHidden: false,
  spotlight: null,
  planned: [],
  weather: [],
  quiz: null,
  rungs: 0,
  track: [],
  ...change,
});

test.each([
  [{ phase: 'lobby' }, 'start'],
  [{ phase: 'between', round: 1 }, 'next-round'],
  [{ phase: 'between', round: 2, next: null }, 'podium'],
  [{ phase: 'podium', round: 2 }, 'lessons'],
  [{ phase: 'debrief', round: 2 }, 'finish'],
] as const)('%o leads on to %s, from where the host saw it', (change, kind) => {
  const head = headIn(change);
  const { phase, round } = head;
  expect(nextStep(head)).toEqual({ kind, command: { type: 'next', from: { phase, round } } });
});

test('a round ends by itself: it can be paused, and goes on again', () => {
  expect(nextStep(headIn({ phase: 'round', round: 1 }))?.command).toEqual({ type: 'pause' });
  const paused = headIn({ phase: 'round', round: 1, paused: true });
  expect(nextStep(paused)?.command).toEqual({ type: 'resume' });
});

test('nothing comes after the end, and something in every other phase', () => {
  for (const phase of RACE_PHASES)
    expect(nextStep(headIn({ phase })) === null).toBe(phase === 'over');
});

test.each([
  [0, 9000, 'close-question'],
  [0, null, 'next-question'],
  [1, 9000, 'close-question'],
  [1, null, 'end-quiz'],
] as const)('question %i of two with %s ms left: %s', (question, endsIn, type) => {
  const on = { quiz: 0, question, of: 2, time: 20_000, endsIn, answers: 0 };
  const step = nextStep(headIn({ phase: 'between', quiz: { on, ranking: [] } }));
  expect(step?.command.type).toBe(type);
});
