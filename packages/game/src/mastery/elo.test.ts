import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectation,
  ITEM_RANGE,
  itemAfter,
  kOf,
  NO_RATING,
  SKILL_RANGE,
  skillAfter,
} from './elo.ts';

const value = fc.integer({ min: 800, max: 2000 });
const answers = fc.nat(500);

describe('the chance to be right', () => {
  it('is even between equals and ten to one at 400 points', () => {
    expect(expectation(1300, 1300)).toBe(0.5);
    expect(expectation(1700, 1300)).toBeCloseTo(10 / 11);
  });

  it('grows with the skill, falls with the item, and the two make one', () => {
    fc.assert(
      fc.property(value, value, (skill, item) => {
        expect(expectation(skill + 1, item)).toBeGreaterThan(expectation(skill, item));
        expect(expectation(skill, item + 1)).toBeLessThan(expectation(skill, item));
        expect(expectation(skill, item) + expectation(item, skill)).toBeCloseTo(1);
      }),
    );
  });
});

describe('a rating', () => {
  it('moves by less the more is known, of a skill never by nothing', () => {
    expect(kOf(0, 0)).toBeCloseTo(173.7, 1);
    expect(kOf(20, 0)).toBeCloseTo(kOf(0, 0) / 2);
    expect(kOf(10_000, 0)).toBeLessThan(1);
    const seasoned = { value: 1300, answers: 10_000 };
    expect(skillAfter(seasoned, 1300, true).value).toBeCloseTo(1313, 0);
    expect(itemAfter(seasoned, 1300, true).value).toBeCloseTo(1300, 0);
  });

  it('stays in its range, however often one is right or wrong', () => {
    for (const right of [true, false]) {
      let [skill, item] = [NO_RATING, NO_RATING];
      for (let i = 0; i < 3000; i++) {
        skill = skillAfter(skill, right ? 2000 : 800, right);
        item = itemAfter(item, right ? 800 : 2000, right);
      }
      expect(skill.value).toBeLessThanOrEqual(SKILL_RANGE.most);
      expect(skill.value).toBeGreaterThanOrEqual(SKILL_RANGE.least);
      expect(item.value).toBeLessThanOrEqual(ITEM_RANGE.most);
      expect(item.value).toBeGreaterThanOrEqual(ITEM_RANGE.least);
    }
    expect(itemAfter({ value: 801, answers: 0 }, 1000, true).value).toBe(ITEM_RANGE.least);
    expect(skillAfter({ value: 2399, answers: 0 }, 2400, true).value).toBe(SKILL_RANGE.most);
  });

  it('goes up for who is right and down for who is wrong, and the item against him by as much', () => {
    fc.assert(
      fc.property(value, value, answers, fc.boolean(), (skill, item, n, right) => {
        const gain = skillAfter({ value: skill, answers: n }, item, right).value - skill;
        expect(Math.sign(gain)).toBe(right ? 1 : -1);
        const loss = itemAfter({ value: item, answers: n }, skill, right).value - item;
        expect(loss * gain).toBeLessThanOrEqual(0);
        expect(Math.abs(loss)).toBeLessThanOrEqual(Math.abs(gain) + 1e-9);
      }),
    );
  });

  it('finds what an item is worth from the answers of people of known skill', () => {
    let item = NO_RATING;
    // 15 of 20 right at 1500: an item of about 1309.
    for (let i = 0; i < 400; i++) item = itemAfter(item, 1500, i % 4 !== 0);
    expect(item.value).toBeGreaterThan(1279);
    expect(item.value).toBeLessThan(1339);
  });
});
