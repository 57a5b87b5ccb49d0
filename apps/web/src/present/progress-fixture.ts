import type { Misconception, Progress } from '@ackade/game';

type Given = Partial<Pick<Progress, 'match' | 'rung' | 'over'>> & {
  readonly stuck?: Misconception;
  readonly points?: readonly [client: number, server: number];
  readonly owes?: 'client' | 'server';
  readonly racers?: readonly [client: string, server: string];
};

/** A pair on its way, for tests. */
export function progress(given: Given = {}): Progress {
  const { match = 'm', rung = 0, over = false, stuck = null, owes } = given;
  const seat = (end: 'client' | 'server', i: 0 | 1) => ({
    racer: given.racers?.[i] ?? end,
    replaced: false,
    away: false,
    owes: owes === end,
    points: given.points?.[i] ?? 0,
  });
  const seats = { client: seat('client', 0), server: seat('server', 1) };
  return { match, rung, over, mistakes: stuck ? 1 : 0, stuck, seats };
}
