import { describe, expect, test } from 'vitest';
import { BLIPS, ROUND, ROUND_LENGTH } from './sound.ts';

describe('the notes', () => {
  test('are all in C major, so that what sounds together is in tune', () => {
    const major = [0, 2, 4, 5, 7, 9, 11];
    for (const { pitch } of [...Object.values(BLIPS).flat(), ...ROUND])
      expect(major).toContain((((pitch + 9) % 12) + 12) % 12);
  });

  test('of a blip are over within three seconds, those of the music when it begins anew', () => {
    for (const notes of Object.values(BLIPS))
      for (const { at, length } of notes) expect(at + length).toBeLessThanOrEqual(3);
    for (const { at, length } of ROUND) expect(at + length).toBeLessThanOrEqual(ROUND_LENGTH);
  });
});
