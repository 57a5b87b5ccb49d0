import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answer,
  begin,
  type Desk,
  enrolled,
  learnerAt,
  questions,
  tell,
} from '../../test/learner.ts';
import { SKILLS } from '../scenario.ts';
import { SKILL_RANGE } from './elo.ts';
import { evolveLearner } from './evolve-learner.ts';
import { type Learner, type LearnerEvent, masteriesAt } from './learner.ts';
import { DAY } from './time.ts';

const id = fc.nat(3).map((n) => `s${n}`);
const skill = fc.constantFrom(...SKILLS);

const step: fc.Arbitrary<(desk: Desk) => void> = fc.oneof(
  fc
    .record({
      id,
      skill,
      count: fc.integer({ min: 4, max: 21 }),
      offset: fc.integer({ min: -720, max: 840 }),
    })
    .map(
      ({ id, skill, count, offset }) =>
        (desk: Desk) =>
          void begin(desk, id, questions(skill, count), offset),
    ),
  {
    weight: 6,
    arbitrary: fc
      .record({ id, position: fc.option(fc.nat(20)), right: fc.boolean() })
      .map(({ id, position, right }) => (desk: Desk) => {
        const { session } = learnerAt(desk);
        answer(
          desk,
          position === null ? (session?.id ?? id) : id,
          position ?? session?.answers.length ?? 0,
          right,
        );
      }),
  },
  id.map((session) => (desk: Desk) => void tell(desk, { type: 'leave', session })),
  fc
    .record({ match: id, skill, points: fc.nat(3000), right: fc.boolean() })
    .map(({ match, skill, points, right }) => (desk: Desk) => {
      const turn = {
        question: null,
        skill,
        variant: 'm',
        difficulty: 1200,
        right,
        helped: !right,
        took: 5000,
      };
      const practice = {
        match,
        scenario: 'close',
        finished: right,
        points,
        took: 9,
        offset: 60,
        turns: [turn, turn],
      };
      tell(desk, { type: 'practise', practice: { ...practice, level: 'numbers' } });
    }),
  fc.constantFrom('a', 'b').map((step) => (desk: Desk) => void tell(desk, { type: 'learn', step })),
  fc
    .constantFrom('Ada', null)
    .map((name) => (desk: Desk) => void tell(desk, { type: 'rename', name })),
  fc.nat(3 * DAY).map((ms) => (desk: Desk) => {
    desk.now += ms;
  }),
);

const story = fc.array(step, { maxLength: 80, size: 'max' });

function told(steps: readonly ((desk: Desk) => void)[]): Desk {
  const desk = enrolled(1e12);
  for (const go of steps) go(desk);
  return desk;
}

const replayed = (events: readonly LearnerEvent[]): Learner | null =>
  events.reduce<Learner | null>(evolveLearner, null);

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('whatever a learner does', () => {
  it('the log makes the same state again, also out of JSON', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const { learner, events } = told(steps);
        expect(replayed(events)).toEqual(learner);
        expect(replayed(json(events))).toEqual(learner);
        expect(json(learner)).toEqual(learner);
      }),
    );
  });

  it('keeps its bounds', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const desk = told(steps);
        const { skills, session, streak, at } = learnerAt(desk);
        expect(session?.answers.length ?? 0).toBeLessThanOrEqual(session?.questions.length ?? 0);
        expect(streak.longest).toBeGreaterThanOrEqual(streak.length);
        expect(at).toBeLessThanOrEqual(desk.now);
        for (const { rating } of Object.values(skills)) {
          expect(rating.value).toBeGreaterThanOrEqual(SKILL_RANGE.least);
          expect(rating.value).toBeLessThanOrEqual(SKILL_RANGE.most);
        }
        for (const mastery of Object.values(masteriesAt(learnerAt(desk), desk.now))) {
          expect(mastery).toBeGreaterThanOrEqual(0);
          expect(mastery).toBeLessThan(1);
        }
      }),
    );
  });

  it('every answer of a session counts once', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const { events, learner } = told(steps);
        const turns = events.reduce(
          (n, e) =>
            n + (e.type === 'answered' ? 1 : e.type === 'practised' ? e.practice.turns.length : 0),
          0,
        );
        const counted = Object.values(learner?.skills ?? {}).reduce(
          (n, s) => n + s.rating.answers,
          0,
        );
        expect(counted).toBe(turns);
      }),
    );
  });
});

describe('a log', () => {
  it('begins with a learner, and answers with a session', () => {
    expect(() => evolveLearner(null, { type: 'learned', at: 0, step: 'a' })).toThrow('created');
    const response = { form: 'one', choice: 0 } as const;
    const given = { right: true, helped: false, took: null, response, misconception: null };
    expect(() =>
      evolveLearner(learnerAt(enrolled()), { type: 'answered', at: 0, answer: given }),
    ).toThrow('no question is open');
  });
});
