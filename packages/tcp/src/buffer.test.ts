import { describe, expect, it } from 'vitest';
import { windowOf } from './buffer.ts';
import { DEFAULT_OPTIONS } from './index.ts';

describe('the window moves its right edge by half the buffer or a full segment (MUST-39)', () => {
  it.each([
    [100, 40, 0, 60, 100],
    [100, 40, 0, 61, 61],
    [100, 40, 30, 30, 70],
    [100, 40, 30, 31, 31],
    [100, 60, 0, 50, 100],
    [100, 60, 0, 51, 51],
    [100, 60, 100, 0, 0],
    [1, 60, 1, 0, 0],
    [1, 60, 0, 0, 1],
  ])(
    'of %i octets, segments of %i, %i unread, %i left of the window: %i',
    (window, mss, unread, wnd, next) =>
      expect(windowOf({ ...DEFAULT_OPTIONS, window, mss }, wnd, unread)).toBe(next),
  );
});
