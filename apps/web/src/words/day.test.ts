import { describe, expect, it, vi } from 'vitest';

vi.mock('../locale.ts', () => ({ locale: 'en' }));
const { dayWords } = await import('./day.ts');

const at = (day: number, hour: number): number => new Date(2026, 4, day, hour).getTime();

describe('a day in words', () => {
  it.each([
    ['today', at(10, 23)],
    ['tomorrow', at(11, 1)],
    ['yesterday', at(9, 23)],
    ['in 4 days', at(14, 0)],
    ['in 3 months', at(10 + 90, 12)],
  ])('goes by midnights, not by hours: %s', (words, time) => {
    expect(dayWords(time, at(10, 22))).toBe(words);
  });
});
