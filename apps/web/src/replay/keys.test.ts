import { describe, expect, it } from 'vitest';
import { wishOf } from './keys.ts';

describe('a key moves the film', () => {
  it.each([
    ['ArrowLeft', 'previous'],
    ['ArrowRight', 'next'],
    ['Home', 'first'],
    ['End', 'last'],
    [' ', 'toggle'],
  ])('%j: %s', (key, wish) => {
    expect(wishOf(key, 'nothing')).toBe(wish);
  });

  it('unless what has the focus has a use for it', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End']) {
      expect(wishOf(key, 'scrubber')).toBeNull();
      expect(wishOf(key, 'field')).toBeNull();
      expect(wishOf(key, 'button')).not.toBeNull();
    }
    expect(wishOf(' ', 'scrubber')).toBe('toggle');
    expect(wishOf(' ', 'button')).toBeNull();
    expect(wishOf(' ', 'field')).toBeNull();
  });

  it('and no other key does', () => {
    for (const key of ['a', 'Enter', 'ArrowUp', 'ArrowDown', 'Tab', 'Escape'])
      expect(wishOf(key, 'nothing')).toBeNull();
  });
});
