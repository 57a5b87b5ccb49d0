import { DECKS, MOST_ROUNDS, ROUND_TIME, usualOptions } from '@ackade/game';
import { describe, expect, test } from 'vitest';
import {
  FIRST_PLAN,
  missingIn,
  type Plan,
  requestOf,
  scenariosOf,
  storedPlan,
  withDeck,
  withLevel,
} from './plan.ts';

const own = (...scenarios: string[]): Plan => ({ ...FIRST_PLAN, deck: 'own', own: scenarios });

describe('what is asked for', () => {
  test('the first deck as it is, if nothing is chosen', () => {
    expect(missingIn(FIRST_PLAN)).toBeNull();
    expect(requestOf(FIRST_PLAN)).toEqual({
      scenarios: DECKS[0].scenarios,
      level: DECKS[0].level,
      options: usualOptions(DECKS[0].level),
    });
  });

  test('the rounds are the first of the deck, and never more than it has', () => {
    const plan = own('close', 'handshake', 'close');
    expect(requestOf({ ...plan, rounds: 2 }).scenarios).toEqual(['close', 'handshake']);
    expect(requestOf({ ...plan, rounds: 9 }).scenarios).toEqual(['close', 'handshake', 'close']);
  });

  test('an empty deck and an empty roster are told', () => {
    expect(missingIn(own())).toBe('deck');
    const options = { ...FIRST_PLAN.options, nicknames: 'roster' } as const;
    expect(missingIn({ ...FIRST_PLAN, options })).toBe('roster');
    expect(missingIn({ ...FIRST_PLAN, options: { ...options, roster: ['Ada'] } })).toBeNull();
  });
});

describe('what a choice brings with it', () => {
  test('a deck brings its level and all its rounds', () => {
    const plan = withDeck({ ...FIRST_PLAN, rounds: 1 }, 'attacks');
    expect(plan).toMatchObject({ deck: 'attacks', level: 'numbers', rounds: null });
    expect(requestOf(plan).scenarios).toEqual(scenariosOf(plan));
  });

  test('a deck of the host’s own keeps the level', () => {
    expect(withDeck(withLevel(FIRST_PLAN, 'full'), 'own').level).toBe('full');
  });

  test('the time follows the level until the host has set it', () => {
    expect(withLevel(FIRST_PLAN, 'full').options.time).toBe(ROUND_TIME.full);
    const set = { ...FIRST_PLAN, options: { ...FIRST_PLAN.options, time: 60_000 } };
    expect(withLevel(set, 'full').options.time).toBe(60_000);
  });
});

describe('what was stored', () => {
  test('comes back as it was', () => {
    const options = { ...usualOptions('full'), roster: ['Ada'], nicknames: 'roster' } as const;
    const plan: Plan = { deck: 'own', own: ['close', 'close'], rounds: 1, level: 'full', options };
    expect(storedPlan(JSON.stringify(plan))).toEqual(plan);
  });

  test.each([null, '', '{', '7', 'null', '[]', '{}'])('%s is the first plan', (text) => {
    expect(storedPlan(text)).toEqual(FIRST_PLAN);
  });

  test('what is not known any more is as usual', () => {
    const stored = {
      deck: 'gone',
      own: ['close', 'gone', 3],
      rounds: -1,
      level: 'gone',
      options: { time: 'long', timed: false, pairing: 'gone', nicknames: 7, roster: [1, 'Ada'] },
    };
    expect(storedPlan(JSON.stringify(stored))).toEqual({
      ...FIRST_PLAN,
      own: ['close'],
      options: { ...FIRST_PLAN.options, timed: false, roster: ['Ada'] },
    });
    const long = { own: Array.from({ length: MOST_ROUNDS + 5 }, () => 'close') };
    expect(storedPlan(JSON.stringify(long)).own).toHaveLength(MOST_ROUNDS);
  });
});
