/** Does it work? Thirty students of each kind, 60 days, ten questions on seven days of eight. */
import { describe, expect, it } from 'vitest';
import { masteriesAt, SKILLS, TARGET } from '../src/index.ts';
import {
  type Asked,
  type Course,
  catalogueOf,
  chanceFrom,
  DAY,
  DAYS,
  forgetfulStudent,
  medianOf,
  type Student,
  spearman,
  steadyStudent,
  study,
  trueAbility,
} from './students.ts';

const STUDENTS = 30;
const SEED = 9293;
const catalogue = catalogueOf(SEED);

type Studied<S> = { readonly student: S; readonly course: Course };

/** A class from those who know little to those who know most of it. */
function classOf<S extends Student>(
  make: (mean: number, chance: () => number) => S,
): readonly Studied<S>[] {
  const chance = chanceFrom(SEED);
  const ratings = new Map();
  return Array.from({ length: STUDENTS }, (_, i) => {
    const student = make(1000 + (700 * i) / (STUDENTS - 1), chance);
    return { student, course: study(`l${i}`, student, catalogue, ratings, SEED + 1000 * i) };
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;

const estimate = ({ learner }: Course): number =>
  meanOf(Object.values(masteriesAt(learner, DAYS * DAY)));

const ranking = (studied: readonly Studied<Student>[]): number =>
  spearman(
    studied.map(({ course }) => estimate(course)),
    studied.map(({ student }) => trueAbility(student, catalogue, DAYS)),
  );

const askedOf = (studied: readonly Studied<Student>[]): readonly Asked[] =>
  studied.flatMap(({ course }) => course.asked);

/** How late everything was that came due: what was asked, and what still waits at the end. */
function latenesses(studied: readonly Studied<Student>[]): readonly number[] {
  const asked = askedOf(studied).flatMap(({ late }) => (late !== null && late >= 0 ? [late] : []));
  const waiting = studied.flatMap(({ course }) =>
    Object.values(course.learner.skills)
      .flatMap(({ memories }) => memories)
      .map(({ dueAt }) => DAYS - dueAt / DAY)
      .filter((late) => late >= 0),
  );
  return [...asked, ...waiting];
}

const steady = classOf(steadyStudent);
const forgetful = classOf(forgetfulStudent);

describe.each([
  ['of a fixed ability', steady],
  ['who forget and learn', forgetful],
] as const)('students %s', (_, studied: readonly Studied<Student>[]) => {
  it('are ranked by their estimated mastery as by what they can do', () => {
    expect(ranking(studied)).toBeGreaterThanOrEqual(0.9);
  });

  it('are asked what is due within a day, three times of four in the first session after it', () => {
    expect(medianOf(latenesses(studied))).toBeLessThan(1);
    const due = askedOf(studied).filter(({ late }) => late !== null && late >= 0);
    const atOnce = due.filter(({ passed }) => passed === 0);
    expect(atOnce.length / due.length).toBeGreaterThan(0.75);
  });

  it('are never asked before it is due while there is something new', () => {
    expect(askedOf(studied).filter(({ late }) => late !== null && late < 0)).toEqual([]);
  });

  it('find new questions neither too hard nor too easy', () => {
    const fresh = askedOf(studied).filter(({ expected }) => expected !== null);
    const right = meanOf(fresh.map(({ right }) => Number(right)));
    expect(right).toBeGreaterThan(TARGET.least);
    expect(right).toBeLessThan(TARGET.most);
  });
});

describe('weak skills', () => {
  it('are asked at least one and a half times as often as strong ones', () => {
    const ratios = steady.map(({ student: { abilities }, course: { asked } }) => {
      const order = SKILLS.toSorted((a, b) => abilities[a] - abilities[b]);
      const times = (some: readonly string[]): number =>
        asked.filter(({ skill }) => some.includes(skill)).length;
      return times(order.slice(0, 3)) / times(order.slice(-3));
    });
    expect(medianOf(ratios)).toBeGreaterThan(1.5);
  });

  it('teach something: who forgets is right more often in the end than in the beginning', () => {
    const share = (from: number, to: number): number =>
      meanOf(
        askedOf(forgetful)
          .filter(({ day, late }) => late !== null && day >= from && day < to)
          .map(({ right }) => Number(right)),
      );
    expect(share(50, 60)).toBeGreaterThan(share(0, 10));
  });
});
