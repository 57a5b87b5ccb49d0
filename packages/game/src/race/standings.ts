/** What the players have earned over the rounds that are over, and who stands where. */
import { ENDPOINTS } from '@ackade/tcp';
import { remembered } from '../remembered.ts';
import { NO_TALLY, plus, type Score, scoreOf, type Tally } from '../score.ts';
import { BOT, type Race } from './race.ts';

/** A player's score over all rounds, and in how many of their matches he has made a move. */
export type Total = Score & { readonly matches: number };

/** What a player has earned in the rounds in which speed counted, and in the others. */
type Earned = { readonly timed: Tally; readonly untimed: Tally; readonly matches: number };

const NOTHING: Earned = { timed: NO_TALLY, untimed: NO_TALLY, matches: 0 };

/** Of every player who has sat in a match, by id. */
export function totalsOf(race: Race): ReadonlyMap<string, Total> {
  const sums = new Map<string, Earned>();
  for (const round of race.rounds)
    for (const [i, { seats }] of round.pairs.entries()) {
      const result = round.results?.[i];
      if (!result) continue;
      for (const end of ENDPOINTS)
        if (seats[end] !== BOT) {
          const earned = sums.get(seats[end]) ?? NOTHING;
          sums.set(seats[end], withMatch(earned, result.seats[end].tally, round.timed));
        }
    }
  return new Map([...sums].map(([id, earned]) => [id, totalOf(earned)]));
}

function withMatch(earned: Earned, tally: Tally, timed: boolean): Earned {
  const sort = timed ? 'timed' : 'untimed';
  const moved = tally.turns + tally.mistakes > 0;
  const matches = earned.matches + (moved ? 1 : 0);
  return { ...earned, [sort]: plus(earned[sort], tally), matches };
}

function totalOf({ timed, untimed, matches }: Earned): Total {
  const [swift, slow] = [scoreOf(timed, true), scoreOf(untimed, false)];
  return {
    ...scoreOf(plus(timed, untimed), true),
    points: swift.points + slow.points,
    speed: timed.turns === 0 && untimed.turns > 0 ? null : swift.speed,
    matches,
  };
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
