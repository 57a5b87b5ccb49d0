import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  begin,
  type Desk,
  enrolled,
  learnerAt,
  question,
  questions,
  sit,
} from '../../test/learner.ts';
import { SKILLS, type Skill } from '../scenario.ts';
import { expectation, NO_RATING } from './elo.ts';
import type { Learner } from './learner.ts';
import { overdue } from './memory.ts';
import { pick, TARGET } from './pick.ts';
import type { Exercise } from './question-ref.ts';
import { DAY } from './time.ts';

const CATALOGUE = SKILLS.flatMap((skill) =>
  Array.from({ length: 40 }, (_, n) => question(skill, `v${n}`, 800 + 30 * n)),
);
const pickFor = (desk: Desk, count: number, seed = 1, catalogue = CATALOGUE): readonly Exercise[] =>
  pick(learnerAt(desk), catalogue, { count, seed, now: desk.now });

const skillsOf = (refs: readonly Exercise[]): Skill[] => refs.map(({ skill }) => skill);
const times = <T>(n: number, of: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => of(i));

/** Right at everything about `strong`, wrong at everything about `weak`. */
function uneven(strong: Skill, weak: Skill): Desk {
  const desk = enrolled();
  sit(
    desk,
    's',
    [...questions(strong, 8), ...questions(weak, 8)],
    times(8, (i) => 8 + i),
  );
  return desk;
}

describe('a session', () => {
  it('begins with what is due, the most overdue for its stability first', () => {
    const desk = enrolled();
    // What is wrong is stable for hours, what is right for days.
    sit(desk, 's', questions('loss', 6), [0, 1]);
    desk.now = 5 * DAY;
    const { memories } = learnerAt(desk).skills.loss;
    const lateness = ({ variant }: Exercise): number => {
      const memory = memories.find((m) => m.variant === variant);
      return memory ? overdue(memory, desk.now) : Number.NaN;
    };
    const due = pickFor(desk, 6).filter((q) => q.skill === 'loss');
    expect(due.map((q) => q.variant).toSorted()).toEqual(['v0', 'v1', 'v2', 'v3', 'v4', 'v5']);
    expect(
      pickFor(desk, 2)
        .map((q) => q.variant)
        .toSorted(),
    ).toEqual(['v0', 'v1']);
    const late = due.map(lateness);
    expect(late).toEqual(late.toSorted((a, b) => b - a));
  });

  it('asks again before it is due only where nothing is new', () => {
    const desk = enrolled();
    const few = questions('loss', 8);
    sit(desk, 's', few.slice(0, 5));
    desk.now += 60_000;
    expect(new Set(pickFor(desk, 3, 1, few).map((q) => q.variant))).toEqual(
      new Set(['v5', 'v6', 'v7']),
    );
    expect(pickFor(desk, 8, 1, few)).toHaveLength(8);
    expect(pickFor(desk, 20, 1, few)).toHaveLength(8);
  });

  it('has more of weak skills than of strong ones', () => {
    const desk = uneven('handshake', 'close');
    const catalogue = (['handshake', 'close'] as const).flatMap((skill) =>
      // At the right difficulty for each.
      times(60, (n) => {
        const { value } = learnerAt(desk).skills[skill].rating;
        return question(skill, `new${n}`, value - 200);
      }),
    );
    const asked = times(100, (seed) => skillsOf(pickFor(desk, 5, seed, catalogue))).flat();
    const weak = asked.filter((skill) => skill === 'close').length;
    expect(weak).toBeGreaterThan(1.2 * (asked.length - weak));
  });

  it('asks what is new so that it is mostly, not always, answered right', () => {
    for (const { difficulty } of pickFor(enrolled(), 20)) {
      const chance = expectation(NO_RATING.value, difficulty);
      expect(chance).toBeGreaterThanOrEqual(TARGET.least);
      expect(chance).toBeLessThanOrEqual(TARGET.most);
    }
  });

  it('leaves skills alone whose questions are all too hard as yet', () => {
    const catalogue = [...questions('attack', 40, 1900), ...questions('handshake', 40, 1000)];
    const asked = times(20, (seed) => skillsOf(pickFor(enrolled(), 10, seed, catalogue))).flat();
    expect(asked.filter((skill) => skill === 'attack').length).toBeLessThan(asked.length / 20);
    expect(pickFor(enrolled(), 5, 1, questions('attack', 40, 1900))).toHaveLength(5);
  });

  it('takes of the questions of a variant one at the right difficulty, not always the same', () => {
    const alike = times(30, (n) => ({
      ...question('loss', 'v', n < 10 ? 1900 : 1010),
      id: `q${n}`,
    }));
    const ids = times(20, (seed) => pickFor(enrolled(), 5, seed, alike).map((q) => q.id)).flat();
    expect(ids).toHaveLength(20);
    expect(ids.every((id) => Number(id.slice(1)) >= 10)).toBe(true);
    expect(new Set(ids).size).toBeGreaterThan(3);
  });

  it('mixes kinds, also where one of them is a little nearer to what is right', () => {
    const kinds = ['order', 'statement', 'state-after'] as const;
    const catalogue = times(90, (n) => ({
      ...question('loss', `v${Math.floor(n / 3)}`, [1000, 1080, 1090][n % 3]),
      id: `q${n}`,
      kind: kinds[n % 3] ?? 'order',
    }));
    for (let seed = 0; seed < 20; seed++) {
      const asked = pickFor(enrolled(), 9, seed, catalogue).map(({ kind }) => kind);
      for (const kind of kinds)
        expect(asked.filter((k) => k === kind).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('mixes skills', () => {
    const skills = skillsOf(pickFor(enrolled(), 20));
    expect(new Set(skills).size).toBeGreaterThan(6);
    expect(skills.every((skill, i) => skill !== skills[i - 1])).toBe(true);
    for (let seed = 0; seed < 50; seed++) {
      const some = skillsOf(pickFor(enrolled(), 20, seed));
      for (const skill of SKILLS)
        expect(some.filter((s) => s === skill).length).toBeLessThanOrEqual(5);
    }
  });

  it('goes through the catalogue once, of any size', () => {
    let seen = 0;
    function* huge(): Iterable<Exercise> {
      for (let n = 0; n < 6000; n++) {
        seen++;
        yield question(SKILLS[n % SKILLS.length] ?? 'loss', `v${n}`, 800 + (n % 1200));
      }
    }
    const refs = pick(learnerAt(enrolled()), huge(), { count: 20, seed: 1, now: 0 });
    expect(refs).toHaveLength(20);
    expect(seen).toBe(6000);
  });
});

const history = fc.array(
  fc.record({ seed: fc.nat(), wrong: fc.array(fc.nat(9)), wait: fc.nat(20) }),
  {
    maxLength: 8,
  },
);

describe('whatever has been learned', () => {
  it('the same seed asks the same, no variant twice, and as many as were wanted', () => {
    fc.assert(
      fc.property(history, fc.integer(), fc.integer({ min: 5, max: 20 }), (days, seed, count) => {
        const desk = enrolled();
        for (const [i, { seed, wrong, wait }] of days.entries()) {
          sit(desk, `s${i}`, pickFor(desk, 10, seed), wrong);
          desk.now += wait * DAY;
        }
        const refs = pickFor(desk, count, seed);
        expect(pickFor(desk, count, seed)).toEqual(refs);
        const copy = JSON.parse(JSON.stringify(learnerAt(desk))) as Learner;
        expect(pick(copy, CATALOGUE, { count, seed, now: desk.now })).toEqual(refs);
        expect(new Set(refs.map((q) => `${q.skill}/${q.variant}`)).size).toBe(count);
        expect(begin(desk, 'next', refs)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('another seed asks something else', () => {
    const ids = (seed: number): string[] => pickFor(enrolled(), 10, seed).map((q) => q.id);
    expect(ids(1)).not.toEqual(ids(2));
  });
});
