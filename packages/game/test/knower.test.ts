import { describe, expect, it } from 'vitest';
import { SCENARIOS, viewFor } from '../src/index.ts';
import { knower } from './knower.ts';
import { playOn } from './play.ts';
import { seated } from './simulate.ts';

describe('who knows TCP plays every scenario from nothing but the own view', () => {
  it.each(SCENARIOS.flatMap((s) => s.levels.map((level) => [s.id, level] as const)))(
    '%s at %s',
    (id, level) => {
      const players = { client: knower(), server: knower() };
      const { match } = playOn(seated(id, level), (m, at) => players[at](viewFor(m, at, 0)));
      expect(match.mistakes).toEqual([]);
      expect(match.outcome).toBe('finished');
    },
  );
});
