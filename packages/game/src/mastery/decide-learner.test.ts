import { describe, expect, it } from 'vitest';
import {
  answer,
  begin,
  enrolled,
  learnerAt,
  newDesk,
  questions,
  sit,
  tell,
} from '../../test/learner.ts';
import { MOST_LEARNED, openQuestion, type Practice } from './learner.ts';
import { DAY } from './time.ts';

const FIVE = questions('handshake', 5);

describe('a learner', () => {
  it('is created once, and knows nothing', () => {
    const desk = enrolled(7);
    expect(learnerAt(desk)).toMatchObject({ id: 'ada', name: null, at: 7 });
    expect(openQuestion(learnerAt(desk))).toBeNull();
    expect(tell(desk, { type: 'create', id: 'bo' })).toBe('not-now');
    expect(tell(newDesk(), { type: 'learn', step: 'syn' })).toBe('unknown-learner');
  });

  it('keeps a name, and lets it go', () => {
    const desk = enrolled();
    tell(desk, { type: 'rename', name: 'Ada' });
    tell(desk, { type: 'rename', name: 'Ada' });
    expect(learnerAt(desk).name).toBe('Ada');
    expect(desk.events).toHaveLength(2);
    tell(desk, { type: 'rename', name: null });
    expect(learnerAt(desk).name).toBeNull();
  });

  it('does a step of a lesson once', () => {
    const desk = enrolled();
    for (const step of ['syn', 'ack', 'syn']) tell(desk, { type: 'learn', step });
    expect(learnerAt(desk).learned).toEqual(['syn', 'ack']);
    expect(desk.events).toHaveLength(3);
  });

  it('does not do steps without end', () => {
    const desk = enrolled();
    for (let i = 0; i < MOST_LEARNED; i++) tell(desk, { type: 'learn', step: `${i}` });
    expect(tell(desk, { type: 'learn', step: 'one more' })).toBe('not-now');
    expect(learnerAt(desk).learned).toHaveLength(MOST_LEARNED);
  });
});

describe('a session', () => {
  it('has 5 to 20 questions, no variant twice', () => {
    const desk = enrolled();
    expect(begin(desk, 's', FIVE.slice(1))).toBe('bad-session');
    expect(begin(desk, 's', questions('handshake', 21))).toBe('bad-session');
    expect(begin(desk, 's', [...FIVE, ...FIVE])).toBe('bad-session');
    expect(begin(desk, 's', [...questions('loss', 5), ...FIVE])).toBeNull();
  });

  it('is gone on with where it was, whoever asks, until it is over', () => {
    const desk = enrolled();
    begin(desk, 's', FIVE);
    answer(desk, 's', 0);
    expect(openQuestion(learnerAt(desk))?.variant).toBe('v1');
    expect(begin(desk, 's', FIVE)).toBeNull();
    expect(begin(desk, 't', FIVE)).toBe('session-open');
    expect(openQuestion(learnerAt(desk))?.variant).toBe('v1');
    for (let n = 1; n < 5; n++) answer(desk, 's', n);
    expect(openQuestion(learnerAt(desk))).toBeNull();
    expect(begin(desk, 't', FIVE)).toBeNull();
  });

  it('takes the first answer to a position, and no other', () => {
    const desk = enrolled();
    begin(desk, 's', FIVE);
    answer(desk, 's', 0, true);
    const before = learnerAt(desk);
    expect(answer(desk, 's', 0, false)).toBeNull();
    expect(learnerAt(desk)).toBe(before);
    expect(answer(desk, 's', 2)).toBe('not-now');
    expect(answer(desk, 't', 1)).toBe('not-now');
    expect(learnerAt(desk)).toBe(before);
  });

  it('takes the last answer again when it is over, and nothing that was not asked', () => {
    const desk = enrolled();
    sit(desk, 's', FIVE);
    const before = learnerAt(desk);
    expect(answer(desk, 's', 4, false)).toBeNull();
    expect(answer(desk, 's', 5)).toBe('not-now');
    expect(learnerAt(desk)).toBe(before);
  });

  it('may be left: what was answered counts, the day does not', () => {
    const desk = enrolled();
    begin(desk, 's', FIVE);
    answer(desk, 's', 0);
    expect(tell(desk, { type: 'leave', session: 't' })).toBeNull();
    expect(openQuestion(learnerAt(desk))).not.toBeNull();
    tell(desk, { type: 'leave', session: 's' });
    tell(desk, { type: 'leave', session: 's' });
    expect(desk.events.filter((e) => e.type === 'left')).toHaveLength(1);
    const { skills, streak } = learnerAt(desk);
    expect(skills.handshake.rating.answers).toBe(1);
    expect(streak.length).toBe(0);
    expect(answer(desk, 's', 1)).toBe('not-now');
    expect(begin(desk, 't', FIVE)).toBeNull();
  });

  it('that is finished makes a day of a streak, by the clock of the learner', () => {
    const desk = enrolled(DAY - 60_000);
    sit(desk, 's', FIVE);
    desk.now += 120_000;
    sit(desk, 't', FIVE);
    expect(learnerAt(desk).streak.length).toBe(2);
    const far = enrolled(DAY - 60_000);
    for (const id of ['s', 't']) {
      begin(far, id, FIVE, 8 * 60);
      for (let n = 0; n < 5; n++) answer(far, id, n);
      far.now += 120_000;
    }
    expect(learnerAt(far).streak.length).toBe(1);
  });
});

const practice = (match: string, more: Partial<Practice> = {}): Practice => ({
  match,
  scenario: 'handshake',
  level: 'flags',
  finished: true,
  points: 2500,
  took: 20_000,
  offset: 0,
  turns: ['open', 'answer'].map((variant) => ({
    question: null,
    skill: 'handshake',
    variant,
    difficulty: 1000,
    right: true,
    helped: false,
    took: 4000,
  })),
  ...more,
});

describe('a question that belongs to no skill', () => {
  it('counts for the day, and teaches nothing', () => {
    const desk = enrolled();
    const before = learnerAt(desk).skills;
    sit(
      desk,
      's',
      FIVE.map((ref) => ({ ...ref, skill: null })),
    );
    expect(learnerAt(desk).skills).toEqual(before);
    expect(learnerAt(desk)).toMatchObject({ dawn: null, streak: { length: 1 } });
  });
});

describe('a match that was played alone', () => {
  it('that was broken off counts for its turns only', () => {
    const desk = enrolled();
    tell(desk, { type: 'practise', practice: practice('m', { finished: false }) });
    expect(learnerAt(desk)).toMatchObject({ bests: {}, played: {}, streak: { length: 0 } });
    expect(learnerAt(desk).skills.handshake.memories).toHaveLength(2);
    tell(desk, { type: 'practise', practice: practice('n', { offset: 600 }) });
    expect(learnerAt(desk).played).toEqual({ handshake: 0 });
  });

  it('is evidence of its skills and makes a day, once', () => {
    const desk = enrolled();
    tell(desk, { type: 'practise', practice: practice('m') });
    const before = learnerAt(desk);
    expect(before.skills.handshake.memories.map((m) => m.variant)).toEqual(['open', 'answer']);
    expect(before.streak.length).toBe(1);
    expect(tell(desk, { type: 'practise', practice: practice('m') })).toBeNull();
    expect(learnerAt(desk)).toBe(before);
  });

  it('keeps the best of each scenario and level: more points, then less time', () => {
    const desk = enrolled();
    const play = (match: string, more: Partial<Practice>): void => {
      tell(desk, { type: 'practise', practice: practice(match, more) });
    };
    play('a', { points: 2000 });
    play('b', { points: 1900, took: 1 });
    play('c', { points: 2000, took: 15_000 });
    play('d', { points: 2000, took: 16_000 });
    play('e', { points: 100, level: 'full' });
    expect(learnerAt(desk).bests).toEqual({
      'handshake/flags': { points: 2000, took: 15_000 },
      'handshake/full': { points: 100, took: 20_000 },
    });
  });
});

describe('who is erased', () => {
  it('leaves nothing but an id, and does nothing any more', () => {
    const desk = enrolled();
    tell(desk, { type: 'rename', name: 'Ada Lovelace' });
    tell(desk, { type: 'learn', step: 'syn' });
    tell(desk, { type: 'practise', practice: practice('m') });
    sit(desk, 's', FIVE, [1]);
    desk.now = 5;
    tell(desk, { type: 'erase' });
    const nobody = enrolled(5);
    expect(learnerAt(desk)).toEqual({
      ...learnerAt(nobody),
      erased: true,
    });
    const last = desk.events.length;
    expect(tell(desk, { type: 'erase' })).toBeNull();
    expect(begin(desk, 't', FIVE)).toBe('unknown-learner');
    expect(tell(desk, { type: 'learn', step: 'syn' })).toBe('unknown-learner');
    expect(desk.events).toHaveLength(last);
  });
});
