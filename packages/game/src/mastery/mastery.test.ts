import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FADED,
  freshness,
  levelAt,
  MASTERED,
  MASTERY_LEVELS,
  masteryAt,
  NEW_SKILL,
  recordAfter,
  type SkillRecord,
} from './mastery.ts';
import { DAY, dayOf, HOUR } from './time.ts';

type Step = {
  readonly at: number;
  readonly variant: string;
  readonly right?: boolean;
  readonly helped?: boolean;
};

const DIFFICULTY = 1500;
const after = (
  record: SkillRecord,
  { at, variant, right = true, helped = false }: Step,
): SkillRecord =>
  recordAfter(
    record,
    { question: null, skill: 'loss', variant, difficulty: DIFFICULTY, right, helped, took: null },
    at,
    dayOf(at, 0),
  );
const made = (steps: readonly Step[]): SkillRecord => steps.reduce(after, NEW_SKILL);

/** Right on so many days, each day another variant. */
const daily = (days: number): Step[] =>
  Array.from({ length: days }, (_, n) => ({ at: n * DAY, variant: `v${n}` }));

const levelOf = (steps: readonly Step[]): string => levelAt(made(steps), steps.at(-1)?.at ?? 0);

describe('a skill', () => {
  it('is new, then learning, familiar after two spaced successes, mastered after four', () => {
    expect([0, 1, 2, 3, 4, 5].map((n) => levelOf(daily(n)))).toEqual([
      'new',
      'learning',
      'familiar',
      'familiar',
      'mastered',
      'mastered',
    ]);
  });

  it('is not mastered by many right answers on one day', () => {
    const crammed = daily(20).map((step, n) => ({ ...step, at: n * 60_000 }));
    expect(levelOf(crammed)).toBe('learning');
  });

  it('is not mastered in the hours around midnight', () => {
    const at = (n: number): number => DAY - HOUR + n * 2 * HOUR;
    expect(levelOf([0, 1].map((n) => ({ at: at(n), variant: `v${n}` })))).toBe('learning');
  });

  it('is not brought on twice on one day, in the morning and in the evening', () => {
    const at = (hour: number): number => 7 * HOUR + hour * HOUR;
    expect(levelOf([0, 13].map((hour) => ({ at: at(hour), variant: `v${hour}` })))).toBe(
      'learning',
    );
  });

  it('is not mastered on one variant, nor with help', () => {
    expect(levelOf(daily(8).map((step) => ({ ...step, variant: 'v' })))).toBe('learning');
    expect(levelOf(daily(8).map((step) => ({ ...step, helped: true })))).toBe('learning');
  });

  it('is not mastered by who is right on the easiest only', () => {
    const easy = daily(8).reduce(
      (record, { at, variant }) =>
        recordAfter(
          record,
          {
            question: null,
            skill: 'loss',
            variant,
            difficulty: 800,
            right: true,
            helped: false,
            took: null,
          },
          at,
          dayOf(at, 0),
        ),
      NEW_SKILL,
    );
    expect(levelAt(easy, 8 * DAY)).toBe('familiar');
  });

  it('counts another success only another day after a slip', () => {
    const slip = { at: 3 * DAY + 60_000, variant: 'v9', right: false };
    expect(levelOf([...daily(4), slip])).toBe('familiar');
    expect(levelOf([...daily(4), slip, { at: 3 * DAY + 120_000, variant: 'v10' }])).toBe(
      'familiar',
    );
    expect(levelOf([...daily(4), slip, { at: 4 * DAY, variant: 'v10' }])).toBe('mastered');
  });

  it('fades by one level when what was seen is long overdue, and comes back when it is known again', () => {
    const record = made(daily(4));
    let later = 4 * DAY;
    while (freshness(record, later) >= FADED) later += DAY;
    expect(levelAt(record, later - DAY)).toBe('mastered');
    expect(levelAt(record, later)).toBe('familiar');
    expect(levelAt(record, 1000 * DAY)).toBe('familiar');
    expect(levelAt(made(daily(3)), 1000 * DAY)).toBe('learning');
    const seenAgain = daily(4).reduce((r, step) => after(r, { ...step, at: later }), record);
    expect(levelAt(seenAgain, later)).toBe('mastered');
  });
});

const step: fc.Arbitrary<{ wait: number; variant: string; right: boolean; helped: boolean }> =
  fc.record({
    wait: fc.oneof(fc.nat(HOUR), fc.integer({ min: 12 * HOUR, max: 3 * DAY }), fc.nat(90 * DAY)),
    variant: fc.nat(9).map((n) => `v${n}`),
    right: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
    helped: fc.boolean(),
  });

describe('whatever is answered', () => {
  it('a slip lowers a level by one at most, and never takes what is known of other variants', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.nat(9),
        fc.nat(200 * DAY),
        (steps, v, wait) => {
          let at = 0;
          const record = steps.reduce((r, s) => {
            at += s.wait;
            return after(r, { ...s, at });
          }, NEW_SKILL);
          const now = at + wait;
          const slipped = after(record, { at: now, variant: `v${v}`, right: false });
          const rank = (r: SkillRecord): number => MASTERY_LEVELS.indexOf(levelAt(r, now));
          expect(rank(slipped)).toBeGreaterThanOrEqual(rank(record) - 1);
          expect(rank(slipped)).toBeGreaterThanOrEqual(1);
          for (const memory of record.memories)
            if (memory.variant !== `v${v}`) expect(slipped.memories).toContain(memory);
          expect(record.successes.length - slipped.successes.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('mastery stays between 0 and 1, falls with time, and survives JSON', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 40 }),
        fc.nat(900 * DAY),
        (steps, wait) => {
          let at = 0;
          let record = NEW_SKILL;
          for (const s of steps) {
            at += s.wait;
            record = after(record, { ...s, at });
            const variants = record.successes.map(({ variant }) => variant);
            expect(new Set(variants).size).toBe(variants.length);
            expect(variants.length).toBeLessThanOrEqual(MASTERED);
          }
          const [now, later] = [masteryAt(record, at), masteryAt(record, at + wait)];
          expect(now).toBeLessThan(1);
          expect(later).toBeGreaterThan(0);
          if (wait > DAY) expect(later).toBeLessThan(now);
          expect(JSON.parse(JSON.stringify(record))).toEqual(record);
        },
      ),
    );
  });
});
