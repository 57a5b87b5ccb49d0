import type { Tally } from '../score.ts';
import type { PairResult, SeatResult } from './race.ts';

/** A result as the log has it: one of an older version does not say how many turns were right at the first try. */
export type RecordedResult = Omit<PairResult, 'seats'> & {
  readonly seats: Readonly<Record<keyof PairResult['seats'], RecordedSeat>>;
};

type RecordedSeat = Omit<SeatResult, 'tally'> & {
  readonly tally: Omit<Tally, 'firstTry'> & { readonly firstTry?: number };
};

export const read = ({ seats: { client, server }, ...result }: RecordedResult): PairResult => ({
  ...result,
  seats: { client: readSeat(client), server: readSeat(server) },
});

/** At the worst every mistake was made on another turn. */
const readSeat = ({ tally, shown }: RecordedSeat): SeatResult => ({
  tally: { firstTry: Math.max(0, tally.turns - tally.mistakes), ...tally },
  shown,
});
