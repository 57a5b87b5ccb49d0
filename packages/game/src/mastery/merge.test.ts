import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Desk, enrolled, learnerAt, questions, sit, tell } from '../../test/learner.ts';
import { SKILLS } from '../scenario.ts';
import type { Practice } from './learner.ts';
import { MASTERED } from './mastery.ts';
import { SITTING } from './memory.ts';
import { type Knowledge, knowledgeOf, merged } from './merge.ts';
import { DAY } from './time.ts';

const deed: fc.Arbitrary<(desk: Desk) => void> = fc.oneof(
  fc.record({ skill: fc.constantFrom(...SKILLS.slice(0, 2)), wrong: fc.array(fc.nat(4)) }).map(
    ({ skill, wrong }) =>
      (desk: Desk) =>
        sit(desk, `s${desk.events.length}`, questions(skill, 5), wrong),
  ),
  fc.record({ match: fc.nat(5), points: fc.nat(3) }).map(({ match, points }) => (desk: Desk) => {
    const practice: Practice = {
      match: `m${match}`,
      scenario: `c${match % 2}`,
      level: 'flags',
      finished: true,
      points,
      took: match,
      offset: 0,
      turns: [],
    };
    tell(desk, { type: 'practise', practice });
  }),
  fc.constantFrom('syn', 'ack').map((step) => (desk: Desk) => {
    tell(desk, { type: 'learn', step });
  }),
  fc.integer({ min: 1, max: 2 * DAY }).map((ms) => (desk: Desk) => {
    desk.now += ms;
  }),
);

const knowledge = fc.array(deed, { maxLength: 25, size: 'max' }).map((deeds): Knowledge => {
  const desk = enrolled(20_000 * DAY);
  for (const go of deeds) go(desk);
  return knowledgeOf(learnerAt(desk));
});

/** In an order that says nothing. */
const sorted = ({ skills, matches, learned, bests, played, ...rest }: Knowledge): unknown => ({
  ...rest,
  skills: Object.entries(skills).map(([skill, { memories, ...record }]) => [
    skill,
    record,
    memories.toSorted((a, b) => (a.variant < b.variant ? -1 : 1)),
  ]),
  matches: matches.toSorted(),
  learned: learned.toSorted(),
  bests: Object.entries(bests).toSorted(),
  played: Object.entries(played).toSorted(),
});

describe('two records of one person', () => {
  it('become the same one, whichever comes first', () => {
    fc.assert(
      fc.property(knowledge, knowledge, (a, b) => {
        expect(sorted(merged(a, b))).toEqual(sorted(merged(b, a)));
      }),
    );
  });

  it('count nothing twice: a merge with itself, or done again, changes nothing', () => {
    fc.assert(
      fc.property(knowledge, knowledge, (a, b) => {
        expect(merged(a, a)).toEqual(a);
        const both = merged(a, b);
        expect(merged(both, b)).toEqual(both);
        expect(sorted(merged(a, both))).toEqual(sorted(both));
      }),
    );
  });

  it('lose nothing of either', () => {
    fc.assert(
      fc.property(knowledge, knowledge, (a, b) => {
        const both = merged(a, b);
        for (const one of [a, b]) {
          expect(both.learned).toEqual(expect.arrayContaining([...one.learned]));
          expect(both.matches).toEqual(expect.arrayContaining([...one.matches]));
          expect(both.streak.longest).toBeGreaterThanOrEqual(one.streak.longest);
          expect(both.streak.last ?? -1).toBeGreaterThanOrEqual(one.streak.last ?? -1);
          for (const [key, best] of Object.entries(one.bests))
            expect(both.bests[key]?.points).toBeGreaterThanOrEqual(best.points);
          for (const skill of SKILLS) {
            const { memories, rating } = both.skills[skill];
            expect(rating.answers).toBeGreaterThanOrEqual(one.skills[skill].rating.answers);
            for (const { variant, seenAt } of one.skills[skill].memories)
              expect(memories.find((m) => m.variant === variant)?.seenAt).toBeGreaterThanOrEqual(
                seenAt,
              );
          }
        }
      }),
    );
  });

  it('have what either has, and successes that could be one learner’s', () => {
    fc.assert(
      fc.property(knowledge, knowledge, (a, b) => {
        const both = merged(a, b);
        for (const skill of SKILLS) {
          const { memories, successes } = both.skills[skill];
          const known = [...a.skills[skill].memories, ...b.skills[skill].memories];
          for (const memory of memories) expect(known).toContainEqual(memory);
          expect(new Set(memories.map(({ variant }) => variant)).size).toBe(memories.length);
          expect(successes.length).toBeLessThanOrEqual(MASTERED);
          expect(new Set(successes.map(({ variant }) => variant)).size).toBe(successes.length);
          for (const [i, { at, day }] of successes.entries()) {
            const before = successes[i - 1];
            if (!before) continue;
            expect(day).toBeGreaterThan(before.day);
            expect(at - before.at).toBeGreaterThanOrEqual(SITTING);
          }
        }
      }),
    );
  });

  it('are merged by an event, which keeps the name that is there', () => {
    const desk = enrolled();
    const other = enrolled();
    tell(other, { type: 'rename', name: 'Bo' });
    tell(other, { type: 'learn', step: 'syn' });
    const merge = { type: 'merge', knowledge: knowledgeOf(learnerAt(other)) } as const;
    tell(desk, merge);
    expect(learnerAt(desk)).toMatchObject({ name: 'Bo', learned: ['syn'] });
    tell(desk, { type: 'rename', name: 'Ada' });
    tell(desk, merge);
    expect(learnerAt(desk)).toMatchObject({ name: 'Ada', learned: ['syn'] });
  });
});
