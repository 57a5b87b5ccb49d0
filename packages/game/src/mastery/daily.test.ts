import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Desk, enrolled, learnerAt, questions, sit } from '../../test/learner.ts';
import { SKILLS, type Skill } from '../scenario.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { DAILY, dailyLevel, dailyThree } from './daily.ts';
import { DAY, dayOf } from './time.ts';

const three = (desk: Desk, day = dayOf(desk.now, 0)): readonly string[] =>
  dailyThree(learnerAt(desk), SCENARIOS, day).map(({ id }) => id);

const deeds = fc.array(
  fc.record({ skill: fc.constantFrom(...SKILLS), wrong: fc.array(fc.nat(7)), days: fc.nat(3) }),
  { maxLength: 6 },
);

function done(desk: Desk, list: readonly { skill: Skill; wrong: number[]; days: number }[]): void {
  for (const [i, { skill, wrong, days }] of list.entries()) {
    desk.now += days * DAY;
    sit(desk, `s${desk.now}-${i}`, questions(skill, 8), wrong);
  }
}

describe('the daily three', () => {
  it('begin at the beginning', () => {
    for (const day of [20_000, 20_001]) {
      const ids = three(enrolled(), day);
      expect(SCENARIOS.slice(0, 2 * DAILY).map(({ id }) => id)).toEqual(
        expect.arrayContaining([...ids]),
      );
    }
  });

  it('stay the same all day, whatever is done on it', () => {
    fc.assert(
      fc.property(deeds, deeds, (before, today) => {
        const desk = enrolled(20_000 * DAY);
        done(desk, before);
        desk.now = (dayOf(desk.now, 0) + 1) * DAY;
        const morning = three(desk);
        expect(new Set(morning).size).toBe(DAILY);
        desk.now += 60_000;
        done(
          desk,
          today.map((deed) => ({ ...deed, days: 0 })),
        );
        desk.now += DAY / 2;
        expect(three(desk)).toEqual(morning);
      }),
      { numRuns: 50 },
    );
  });

  it('are others tomorrow, every one of them', () => {
    fc.assert(
      fc.property(deeds, deeds, (before, today) => {
        const desk = enrolled(20_000 * DAY);
        done(desk, before);
        const first = three(desk);
        done(
          desk,
          today.map((deed) => ({ ...deed, days: 0 })),
        );
        desk.now += DAY;
        for (const id of three(desk)) expect(first).not.toContain(id);
      }),
      { numRuns: 50 },
    );
  });

  it('differ from learner to learner, once there is something to choose', () => {
    const desk = enrolled(20_000 * DAY);
    for (const [i, skill] of SKILLS.entries()) sit(desk, `s${i}`, questions(skill, 5));
    desk.now += 2 * DAY;
    const sets = new Set(
      Array.from({ length: 20 }, (_, n) =>
        dailyThree({ ...learnerAt(desk), id: `l${n}` }, SCENARIOS, dayOf(desk.now, 0))
          .map(({ id }) => id)
          .join(),
      ),
    );
    expect(sets.size).toBeGreaterThan(10);
  });

  it('ask for more where more is known, and for the same all day', () => {
    const desk = enrolled(20_000 * DAY);
    const [scenario] = SCENARIOS.filter(({ skills, levels }) => {
      return skills.join() === 'handshake' && levels.length === 3;
    });
    if (!scenario) throw new Error('no such scenario');
    const level = (): string => dailyLevel(learnerAt(desk), scenario, dayOf(desk.now, 0));
    expect(level()).toBe('flags');
    sit(desk, 'a', questions('handshake', 20, 1500));
    expect(level()).toBe('flags');
    desk.now += DAY;
    expect(level()).not.toBe('flags');
  });

  it('exercise the skills that are weak', () => {
    const desk = enrolled(20_000 * DAY);
    for (const [i, skill] of SKILLS.entries())
      sit(desk, `s${i}`, questions(skill, 16, 1500), skill === 'loss' ? [...Array(16).keys()] : []);
    const days = [2, 3, 4, 5, 6, 7].map((n) => dayOf(desk.now, 0) + n);
    for (const day of days) {
      const skills = dailyThree(learnerAt(desk), SCENARIOS, day).flatMap((s) => s.skills);
      expect(skills).toContain('loss');
    }
  });
});
