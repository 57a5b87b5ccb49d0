import { ENDPOINTS } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { playOn, rightMoves } from '../test/play.ts';
import { owing, seated } from '../test/simulate.ts';
import { botAnswersAt, botMove } from './bot.ts';
import { type Level, SCENARIOS } from './index.ts';

const EVERY = SCENARIOS.flatMap((s) => s.levels.map((level): [string, Level] => [s.id, level]));

describe('a bot', () => {
  it.each(EVERY)('makes only right moves in %s at %s', (id, level) => {
    for (let seed = 0; seed < 10; seed++)
      playOn(seated(id, level, seed), (match, at) => {
        const move = botMove(match, at);
        expect(rightMoves(match, at)).toContainEqual(move);
        return move;
      });
  });

  it('varies between the forms that are right', () => {
    const lengths = new Set(
      Array.from({ length: 30 }, (_, seed) => {
        const { match } = playOn(seated('three-segment-close', 'flags', seed), botMove);
        return match.world.rows.filter((r) => r.kind === 'sent').length;
      }),
    );
    expect([...lengths].sort()).toEqual([3, 4]);
  });

  it('owes nothing where it has no turn, and plays no seat but its own', () => {
    const { match } = seated('handshake', 'flags', 1, 'bot');
    expect(owing(match)).toEqual(['client']);
    for (const e of ENDPOINTS) expect(botAnswersAt(match, e)).toBeNull();
    expect(() => botMove(match, 'server')).toThrow(/owes nothing/);
  });

  it('takes 0.9 to 2.2 seconds from when it came to owe the move', () => {
    for (let seed = 0; seed < 50; seed++) {
      const table = playOn(seated('handshake', 'flags', seed, 'bot'), undefined, (m) =>
        owing(m).includes('server'),
      );
      const at = botAnswersAt(table.match, 'server');
      const since = table.match.seats.server?.owesSince ?? 0;
      expect((at ?? 0) - since).toBeGreaterThanOrEqual(900);
      expect((at ?? 0) - since).toBeLessThan(2200);
    }
  });
});
