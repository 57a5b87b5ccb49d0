import { describe, expect, it } from 'vitest';
import { begin, type Desk, enrolled, learnerAt, questions, sit, tell } from '../../test/learner.ts';
import { SKILLS, type Skill } from '../scenario.ts';
import { type SkillView, skillMapOf } from './skill-map.ts';
import { DAY, HOUR } from './time.ts';

const next = (desk: Desk): string => skillMapOf(learnerAt(desk), desk.now).next;
function viewOf(desk: Desk, skill: Skill): SkillView {
  const view = skillMapOf(learnerAt(desk), desk.now).skills.find((s) => s.skill === skill);
  if (!view) throw new Error('not on the map');
  return view;
}

/** Everything right on five days, of the skills in `skills`. */
function mastered(skills: readonly Skill[]): Desk {
  const desk = enrolled();
  for (let day = 0; day < 5; day++) {
    for (const [i, skill] of skills.entries())
      sit(desk, `${day}-${i}`, questions(`${skill}`, 25, 1500).slice(5 * day, 5 * day + 5));
    desk.now += DAY;
  }
  desk.now -= DAY;
  return desk;
}

describe('the map', () => {
  it('shows every skill, new ones too', () => {
    const { skills } = skillMapOf(learnerAt(enrolled()), 0);
    expect(skills.map((s) => s.skill)).toEqual(SKILLS);
    expect(skills[0]).toEqual({
      skill: 'handshake',
      level: 'new',
      mastery: 0,
      due: 0,
      practisedAt: null,
      nextDueAt: null,
    });
  });

  it('tells what is due, when something was done last, and when the next comes due', () => {
    const desk = enrolled();
    sit(desk, 's', questions('loss', 5), [0, 1]);
    desk.now = 12 * HOUR;
    const view = viewOf(desk, 'loss');
    expect(view).toMatchObject({ level: 'learning', due: 2, practisedAt: 0 });
    expect(view.nextDueAt).toBeGreaterThan(2 * DAY);
    expect(viewOf(desk, 'close')).toMatchObject({ level: 'new', due: 0 });
    desk.now = 3 * DAY;
    expect(viewOf(desk, 'loss')).toMatchObject({ due: 5, nextDueAt: null });
  });
});

describe('what to do next', () => {
  it('is to start with the lesson, then to see something new', () => {
    const desk = enrolled();
    expect(next(desk)).toBe('start');
    tell(desk, { type: 'learn', step: 'syn' });
    expect(next(desk)).toBe('explore');
  });

  it('is the open session before anything else', () => {
    const desk = enrolled();
    begin(desk, 's', questions('loss', 5));
    expect(next(desk)).toBe('resume');
    tell(desk, { type: 'leave', session: 's' });
    expect(next(desk)).toBe('start');
  });

  it('is what is due, then what is weak, then what is new', () => {
    const desk = enrolled();
    sit(desk, 's', questions('loss', 5), [0]);
    expect(next(desk)).toBe('strengthen');
    desk.now = DAY;
    expect(next(desk)).toBe('review');
    const strong = mastered(['loss']);
    strong.now = 0;
    expect(next(strong)).toBe('explore');
  });

  it('is to rest when everything is mastered', () => {
    const desk = mastered(SKILLS);
    desk.now = 0;
    expect(next(desk)).toBe('rest');
  });
});
