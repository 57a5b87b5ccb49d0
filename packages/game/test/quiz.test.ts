import { describe, expect, it } from 'vitest';
import { QUESTION_KINDS, type Question, type QuestionOptions, questions } from '../src/index.ts';
import { faultsOf } from './question-check.ts';

const SEEDS = [1, 2, 3, 4, 5];
const COUNT = 5000;

function take(count: number, seed: number, options: QuestionOptions = {}): Question[] {
  const endless = questions(seed, options);
  return Array.from({ length: count }, () => endless.next().value);
}

const asked = SEEDS.flatMap((seed) => take(COUNT / SEEDS.length, seed));

describe('questions', () => {
  it('have keys that hold when they are found another way, and no second right answer', () => {
    expect(asked.flatMap(faultsOf)).toEqual([]);
  });

  it('are of every kind, of none less than 5 or more than 25 in a hundred', () => {
    for (const kind of QUESTION_KINDS) {
      const share = asked.filter((q) => q.kind === kind).length / asked.length;
      expect(share, kind).toBeGreaterThanOrEqual(0.05);
      expect(share, kind).toBeLessThanOrEqual(0.25);
    }
  });
});
