/** The teacher: makes races and takes them from the lobby to their end. */
import type { RaceMade } from '@ackade/contract';
import { usualOptions, type WholeBoard } from '@ackade/game';
import { made } from '../../apps/server/test/racer.ts';

/** Longer than anybody needs: no match is cut short. */
const TIME = 10 * 60_000;

export async function makeRace(
  url: string,
  scenarios: readonly string[],
  time = TIME,
): Promise<RaceMade> {
  const body = {
    scenarios,
    level: 'flags',
    // "Player 455" is rude to the filter, which reads digits as letters.
    options: { ...usualOptions('flags'), time, filter: false },
  };
  return made(
    await fetch(`${url}/api/races`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

export const isFull =
  (players: number) =>
  ({ head, players: all }: WholeBoard): boolean =>
    head.phase === 'lobby' && [...all.values()].filter((p) => p.present).length === players;

export const isBetween =
  (round: number) =>
  ({ head }: WholeBoard): boolean =>
    head.phase === 'between' && head.round === round;
