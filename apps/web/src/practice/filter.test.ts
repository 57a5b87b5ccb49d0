import { SCENARIOS } from '@ackade/game';
import { describe, expect, it, vi } from 'vitest';
import { CATALOGUE } from '../words/catalogue.ts';
import { EVERYTHING, fitting } from './filter.ts';

vi.mock('../locale.ts', () => ({ locale: 'en' }));

const found = (filter: Partial<typeof EVERYTHING>): string[] =>
  fitting(CATALOGUE, { ...EVERYTHING, ...filter }).flatMap((s) => s.scenarios.map(({ id }) => id));

describe('the scenarios that are shown', () => {
  it('are all of them at first, in the order of the catalogue', () => {
    expect(found({}).toSorted()).toEqual(SCENARIOS.map(({ id }) => id).toSorted());
  });

  it('are of the family and of the skill that are wanted', () => {
    expect(found({ family: 'attacks' })).toEqual(['blind-rst', 'blind-syn']);
    const windows = SCENARIOS.filter((s) => (s.skills as readonly string[]).includes('window'));
    expect(found({ skill: 'window' })).toEqual(windows.map(({ id }) => id));
    expect(found({ family: 'basics', skill: 'attack' })).toEqual([]);
  });

  it.each([
    ['three-way', ['handshake']],
    ['  LOST   third ', ['lost-third-ack']],
    ['full buffer', ['zero-window']],
    ['no such thing', []],
  ])('have every word of "%s"', (text, ids) => {
    expect(found({ text })).toEqual(ids);
  });
});
