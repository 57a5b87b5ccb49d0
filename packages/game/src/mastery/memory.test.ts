import fc from 'fast-check';
import { Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import {
  FAST,
  gradeOf,
  type Memory,
  overdue,
  RETENTION,
  remember,
  retrievability,
  SITTING,
  SLOW,
} from './memory.ts';
import type { Evidence, Reply } from './question-ref.ts';
import { DAY, HOUR } from './time.ts';

const reply = (right: boolean, more: Partial<Reply> = {}): Reply => ({
  right,
  helped: false,
  took: 30_000,
  ...more,
});
const evidence = (right: boolean): Evidence => ({
  question: null,
  skill: 'loss',
  variant: 'v',
  difficulty: 1200,
  ...reply(right),
});
const after = (memory: Memory | null, right: boolean, now: number): Memory =>
  remember(memory, evidence(right), 1200, now);

/** Answered right, each time when it was due. */
function known(times: number): Memory {
  let memory = after(null, true, 0);
  for (let i = 1; i < times; i++) memory = after(memory, true, memory.dueAt);
  return memory;
}

describe('the grade of an answer', () => {
  it('is again where it was wrong, whatever else', () => {
    expect(gradeOf(reply(false, { took: 1, helped: true }), true, 2000, 800)).toBe(Rating.Again);
  });
  it('is hard where help was taken, or it took long', () => {
    expect(gradeOf(reply(true, { helped: true }), false, 1200, 1200)).toBe(Rating.Hard);
    expect(gradeOf(reply(true, { took: SLOW + 1 }), false, 1200, 1200)).toBe(Rating.Hard);
  });
  it('is good where it was right, and where nobody looked at the clock', () => {
    expect(gradeOf(reply(true), false, 1200, 1200)).toBe(Rating.Good);
    expect(gradeOf(reply(true, { took: null }), true, 2000, 800)).toBe(Rating.Good);
    expect(gradeOf(reply(true, { took: SLOW }), false, 1200, 1200)).toBe(Rating.Good);
  });
  it('is easy only at first sight, fast, and far below the skill', () => {
    const fast = reply(true, { took: FAST - 1 });
    expect(gradeOf(fast, true, 1600, 1200)).toBe(Rating.Easy);
    expect(gradeOf(fast, false, 1600, 1200)).toBe(Rating.Good);
    expect(gradeOf(fast, true, 1500, 1200)).toBe(Rating.Good);
    expect(gradeOf(reply(true, { took: FAST }), true, 1600, 1200)).toBe(Rating.Good);
  });
});

describe('a memory', () => {
  it('is due when nine of ten are still known', () => {
    const memory = known(3);
    expect(retrievability(memory, memory.seenAt)).toBe(1);
    expect(retrievability(memory, memory.dueAt)).toBeCloseTo(RETENTION, 3);
    expect(overdue(memory, memory.dueAt)).toBe(0);
    expect(overdue(memory, memory.dueAt + memory.stability * DAY)).toBeCloseTo(1);
  });

  it('comes back within hours if it was wrong, after two days if it was right, then ever later', () => {
    expect(after(null, false, 0).dueAt).toBeLessThan(6 * HOUR);
    const spans = [1, 2, 3, 4].map((n) => (known(n).dueAt - known(n).seenAt) / DAY);
    expect(spans[0]).toBeGreaterThan(2);
    expect(spans[0]).toBeLessThan(3);
    for (const [i, span] of spans.entries())
      if (i > 0) expect(span).toBeGreaterThan(2 * (spans[i - 1] ?? 0));
  });

  it('gains nothing from being right again in the same sitting, only half a day later', () => {
    const first = after(null, true, 0);
    expect(after(first, true, SITTING - 1).stability).toBe(first.stability);
    expect(after(first, true, SITTING).stability).toBeGreaterThan(1.5 * first.stability);
  });

  it('is not asked again within ten minutes, however often it was wrong', () => {
    let memory = after(null, false, 0);
    for (let n = 1; n < 10; n++) memory = after(memory, false, n);
    expect(memory.dueAt).toBe(memory.seenAt + 10 * 60_000);
  });

  it('keeps a part of itself through a slip, the more the longer it had held', () => {
    const firstFailure = after(null, false, 0).stability;
    const afterSlip = [1, 2, 3, 4, 5].map((n) => after(known(n), false, known(n).dueAt).stability);
    for (const [i, stability] of afterSlip.entries()) {
      expect(stability).toBeLessThan(known(i + 1).stability);
      expect(stability).toBeGreaterThan(firstFailure);
      expect(stability).toBeGreaterThan(afterSlip[i - 1] ?? 0);
    }
  });

  it('that held for a day is after a slip still more stable than what was wrong at first sight', () => {
    const firstFailure = after(null, false, 0).stability;
    for (const stability of [1, 3, 10, 100, 1000])
      for (const difficulty of [1, 5, 10])
        for (const days of [0, 0.5, stability, 10 * stability]) {
          const memory = {
            variant: 'v',
            question: null,
            stability,
            difficulty,
            seenAt: 0,
            dueAt: 0,
          };
          expect(after(memory, false, days * DAY).stability).toBeGreaterThan(firstFailure);
        }
  });

  it('is ahead of a beginner as soon as it is right again after a slip', () => {
    for (const n of [2, 3, 4, 5]) {
      const slip = after(known(n), false, known(n).dueAt);
      expect(after(slip, true, Math.max(slip.dueAt, slip.seenAt + DAY)).stability).toBeGreaterThan(
        known(1).stability,
      );
    }
  });

  it('keeps its bounds and survives JSON, whatever happens', () => {
    const step = fc.record({
      right: fc.boolean(),
      wait: fc.integer({ min: -DAY, max: 400 * DAY }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        let memory: Memory | null = null;
        let now = 1e12;
        for (const { right, wait } of steps) {
          now += wait;
          const before: Memory | null = memory;
          memory = after(memory, right, now);
          expect(memory.stability).toBeGreaterThan(0);
          expect(memory.difficulty).toBeGreaterThanOrEqual(1);
          expect(memory.difficulty).toBeLessThanOrEqual(10);
          expect(memory.dueAt - now).toBeGreaterThanOrEqual(10 * 60_000);
          expect(memory.dueAt - now).toBeLessThanOrEqual(365 * DAY);
          if (before && !right) expect(memory.stability).toBeLessThanOrEqual(before.stability);
          const chance = retrievability(memory, now + wait);
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
        }
      }),
    );
  });
});
