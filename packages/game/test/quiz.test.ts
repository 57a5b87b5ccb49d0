import { describe, expect, it } from 'vitest';
import {
  QUESTION_KINDS,
  type Question,
  type QuestionOptions,
  questionOf,
  questionSteps,
  questions,
  SKILLS,
  type Skill,
} from '../src/index.ts';
import { faultsOf } from './question-check.ts';

const SEEDS = [1, 2, 3, 4, 5];
const COUNT = 5000;

function take(count: number, seed: number, options: QuestionOptions = {}): Question[] {
  const endless = questions(seed, options);
  return Array.from({ length: count }, () => endless.next().value);
}

const bySeed = new Map(SEEDS.map((seed) => [seed, take(COUNT / SEEDS.length, seed)]));
const asked = [...bySeed.values()].flat();

describe('questions', () => {
  it.each([...bySeed])(
    'of seed %i have keys that hold when they are found another way, and no second right answer',
    (_, all) => expect(all.flatMap(faultsOf)).toEqual([]),
  );

  it('are of every kind, of none less than 5 or more than 25 in a hundred', () => {
    for (const kind of QUESTION_KINDS) {
      const share = asked.filter((q) => q.kind === kind).length / asked.length;
      expect(share, kind).toBeGreaterThanOrEqual(0.05);
      expect(share, kind).toBeLessThanOrEqual(0.25);
    }
  });

  it('are the same again from the same seed, and from their ids alone', () => {
    const again = take(300, 7);
    expect(take(300, 7)).toEqual(again);
    expect(take(300, 8)).not.toEqual(again);
    expect(again.map(({ id }) => questionOf(id))).toEqual(again);
  });

  it('come the same in steps, of which each tries one source at the most', () => {
    const options: QuestionOptions = { skills: ['crossing'] };
    const steps = questionSteps(7, options);
    const all = Array.from({ length: 2000 }, () => steps.next().value);
    const found = all.filter((question) => question !== null);
    expect(found.length).toBeGreaterThan(10);
    expect(found.length).toBeLessThan(all.length / 4);
    expect(found).toEqual(take(found.length, 7, options));
  });

  it.each([
    '',
    'numbers',
    'numbers:close',
    'numbers:close:-1',
    'numbers:nowhere:1',
    'colour:close:1',
  ])('are none by the id "%s"', (id) => expect(questionOf(id)).toBeNull());

  it('are of the kinds and about the skills that are wanted', () => {
    const kinds = ['numbers', 'state-now'] as const;
    for (const { kind } of take(50, 1, { kinds })) expect(kinds).toContain(kind);
    for (const { skill } of take(50, 1, { skills: ['crossing'] })) expect(skill).toBe('crossing');
    expect(() => take(1, 1, { kinds: ['capture'], skills: ['attack'] })).toThrow(RangeError);
  });

  it('exercise every skill, with choices that somebody believes in', () => {
    expect(new Set(asked.map((q) => q.skill))).toEqual(new Set(SKILLS));
  });

  it('show nothing of what came after what is asked about', () => {
    const stepwise = asked.filter((q) => q.basis && q.kind !== 'state-now');
    for (const { id, basis, figure } of stepwise) {
      const last = figure.at(-1);
      const event = basis?.event ?? { timeout: 'user' };
      if ('segment' in event)
        expect(last?.kind === 'segment' && last.segment.seq, id).toBe(event.segment.seq);
      else expect(last?.kind, id).toBe('call' in event ? 'call' : 'timeout');
    }
  });

  it('are harder in an attack than in a handshake', () => {
    const mean = (skill: Skill): number => {
      const all = asked.filter((q) => q.skill === skill).map((q) => q.difficulty);
      return all.reduce((sum, d) => sum + d, 0) / all.length;
    };
    expect(mean('attack')).toBeGreaterThan(mean('handshake') + 200);
  });
});
