import { describe, expect, it } from 'vitest';
import { Echo } from './index.ts';

describe('an echo', () => {
  it('is a number', () => expect(Echo.parse({ n: 7 })).toEqual({ n: 7 }));
  it.each([
    { n: -1 },
    { n: 0.5 },
    { n: '7' },
    { n: 1_000_000 },
    { n: 7, padding: 'x' },
    {},
    7,
    null,
  ])('%j is none', (payload) => expect(Echo.safeParse(payload).success).toBe(false));
});
