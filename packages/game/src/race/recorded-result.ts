import type { Tally } from '../score.ts';
import type { PairResult, SeatResult } from './race.ts';

/** A result as the log has it. One of an older version lacks what has been added since. */
export type RecordedResult = Omit<PairResult, 'botPlayed' | 'seats'> & {
  readonly botPlayed?: boolean;
  readonly seats: Readonly<Record<keyof PairResult['seats'], RecordedSeat>>;
};

type RecordedSeat = Omit<SeatResult, 'tally'> & {
  readonly tally: Omit<Tally, 'firstTry'> & { readonly firstTry?: number };
};

export const read = ({ seats: { client, server }, ...result }: RecordedResult): PairResult => ({
  botPlayed: false,
  ...result,
  teamwork: result.outcome === 'finished' ? result.teamwork : null,
  seats: { client: readSeat(client), server: readSeat(server) },
});

/** At the worst every mistake was made on another turn. */
const readSeat = ({ tally, shown }: RecordedSeat): SeatResult => ({
  tally: { firstTry: Math.max(0, tally.turns - tally.mistakes), ...tally },
  shown,
});
