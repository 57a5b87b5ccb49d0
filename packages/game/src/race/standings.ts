/** What the players have earned over the rounds that are over, and who stands where. */
import { ENDPOINTS } from '@ackade/tcp';
import { remembered } from '../remembered.ts';
import { NO_TALLY, plus, type Score, scoreOf, type Tally } from '../score.ts';
import { BOT, type Race } from './race.ts';

/** A player's score over all rounds, and how many were played. */
export type Total = Score & { readonly matches: number };

/** Of every player who has played, by id. */
export function totalsOf(race: Race): ReadonlyMap<string, Total> {
  const sums = new Map<string, { tally: Tally; matches: number }>();
  for (const { pairs, results } of race.rounds)
    for (const [i, { seats }] of pairs.entries()) {
      const result = results?.[i];
      if (!result) continue;
      for (const end of ENDPOINTS) {
        if (seats[end] === BOT) continue;
        const { tally, matches } = sums.get(seats[end]) ?? { tally: NO_TALLY, matches: 0 };
        sums.set(seats[end], {
          tally: plus(tally, result.seats[end].tally),
          matches: matches + 1,
        });
      }
    }
  return new Map(
    [...sums].map(([id, { tally, matches }]) => [
      id,
      { ...scoreOf(tally, race.options.timed), matches },
    ]),
  );
}

export type Standing = {
  readonly player: string;
  /** From 1; who has as many points and is as accurate shares it. */
  readonly place: number;
  readonly total: Total;
};

/** Everybody in the race, the best first; without points they stand in the order of joining. */
export const standingsOf = remembered((race: Race): readonly Standing[] => {
  const totals = totalsOf(race);
  const nothing: Total = { ...scoreOf(NO_TALLY, race.options.timed), matches: 0 };
  const order = race.players
    .filter((p) => p.membership === 'in')
    .map((p) => ({ player: p.id, total: totals.get(p.id) ?? nothing }))
    .toSorted((a, b) => b.total.points - a.total.points || b.total.accuracy - a.total.accuracy);
  let place = 1;
  return order.map((row, i) => {
    const above = order[i - 1]?.total;
    const shared = above?.points === row.total.points && above.accuracy === row.total.accuracy;
    if (!shared) place = i + 1;
    return { ...row, place };
  });
});
