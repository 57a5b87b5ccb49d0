import { describe, expect, test } from 'vitest';
import { addUp, countLine, countPlaywright, countVitest } from './count.mjs';

const vitest = { numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
const playwright = { stats: { expected: 4, flaky: 1, unexpected: 3, skipped: 2 } };
const green = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

describe('counting tests', () => {
  test.each([
    ['Vitest', countVitest(vitest, 1), { passed: 5, failed: 2, skipped: 2 }],
    ['Vitest, all passed', countVitest(green, 0), { passed: 5, failed: 0, skipped: 0 }],
    ['Vitest, coverage too low', countVitest(green, 1), { passed: 5, failed: 1, skipped: 0 }],
    ['Vitest, crashed', countVitest(undefined, 134), { passed: 0, failed: 1, skipped: 0 }],
    ['Playwright', countPlaywright(playwright, 1), { passed: 5, failed: 3, skipped: 2 }],
    ['Playwright, crashed', countPlaywright(undefined, 1), { passed: 0, failed: 1, skipped: 0 }],
    ['Playwright, not there', countPlaywright(undefined, 0), { passed: 0, failed: 0, skipped: 0 }],
  ])('%s', (_, count, expected) => {
    expect(count).toEqual(expected);
  });

  test('the line is of all runs together', () => {
    const count = addUp([countVitest(vitest, 1), countPlaywright(playwright, 1)]);
    expect(countLine(count)).toBe('10 passed, 5 failed, 4 skipped');
  });

  test('the line does not speak of skipped tests when there are none', () => {
    expect(countLine(countVitest(green, 0))).toBe('5 passed, 0 failed');
  });
});
