/** What was acknowledged, against what the log holds. */
import type { LogRow } from '../../apps/server/src/event-log.ts';
import type { Audit } from './audit.ts';
import type { Acknowledged } from './classroom.ts';

type Losses = {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
};

export function lossesIn({ race, rows }: Audit, { joins, moves, commands }: Acknowledged): Losses {
  const raceRows = rows.get(race.id) ?? [];
  const timesWritten = [
    ...joins.map((name) => race.players.filter((player) => player.name === name).length),
    ...moves.map(({ match, seat, commandId }) =>
      times(rows.get(match) ?? [], `${seat}:${commandId}`),
    ),
    ...commands.map((commandId) => times(raceRows, `host:${commandId}`)),
  ];
  return {
    acknowledged: timesWritten.length,
    lost: timesWritten.filter((n) => n === 0).length,
    doubled: timesWritten.filter((n) => n > 1).length,
  };
}

const times = (rows: readonly LogRow[], commandId: string): number =>
  rows.filter((row) => row.commandId === commandId).length;
