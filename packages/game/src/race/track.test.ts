import { ENDPOINTS } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { idealMove, playOn } from '../../test/play.ts';
import { person, seated } from '../../test/simulate.ts';
import {
  BOT,
  isRung,
  type Match,
  type Progress,
  progressOf,
  type RowView,
  rungsOf,
  rungsPassed,
  SCENARIOS,
  trackOf,
  trackUpTo,
} from '../index.ts';
import { rungOf } from './rung.ts';

const PAIR = { match: 'm', seats: { client: 'ada', server: 'bo' } };

/** Whether both ends together can know of `row` by what they have answered so far. */
function isDecided({ world }: Match, row: RowView): boolean {
  const { rows, ends } = world;
  const answered = (i: number): boolean =>
    i >= 0 && ENDPOINTS.every((e) => ends[e].turns.every((turn) => turn.row !== i));
  if (row.kind !== 'segment')
    return answered(
      rows.findIndex(
        (r) => r.kind === row.kind && 'at' in row && r.at === row.at && r.time === row.time,
      ),
    );
  const { time, from, arrives, fate } = row;
  const sent = rows.some((r) => r.kind === 'sent' && r.at === from && r.time === time);
  if (isRung(row) && !sent) return false;
  if (fate === 'lost') return ends[from].time > time;
  if (arrives === null) return fate === 'unknown';
  return answered(
    rows.findIndex((r) => r.kind === 'arrived' && r.at !== from && r.time === arrives),
  );
}

describe.each(SCENARIOS)('of the track of $id', (scenario) => {
  const rungs = rungsOf(scenario);

  it('is told what a pair that plays it has decided, and nothing else', () => {
    for (let k = 0; k < rungs; k++) {
      const table = seated(scenario.id, scenario.levels[0], 1, person('Bo'));
      playOn(table, idealMove, ({ world }) => rungOf(world) >= k);
      const told = trackUpTo(scenario, k);
      expect(told.filter(isRung), `${k}`).toHaveLength(k);
      for (const row of told)
        expect(isDecided(table.match, row), `${k}: ${JSON.stringify(row)}`).toBe(true);
    }
  });

  it('is told more and more, and all of it to who has passed every rung', () => {
    for (let k = 0; k < rungs; k++)
      expect(trackUpTo(scenario, k + 1).length).toBeGreaterThan(trackUpTo(scenario, k).length);
    expect(trackUpTo(scenario, rungs)).toEqual(trackOf(scenario));
    expect(trackUpTo(scenario, Number.POSITIVE_INFINITY)).toEqual(trackOf(scenario));
  });
});

it('that a segment gets lost is not told before its sender has found out', () => {
  const scenario = SCENARIOS.find(({ id }) => id === 'lost-syn-ack') ?? SCENARIOS[0];
  const fates = (k: number) =>
    trackUpTo(scenario, k)
      .filter(isRung)
      .map(({ fate }) => fate);
  expect(trackUpTo(scenario, 2).some((row) => row.kind === 'timeout')).toBe(false);
  expect(fates(2)).toEqual(['delivered', 'unknown']);
  expect(fates(3)).toEqual(['delivered', 'unknown', 'unknown']);
  expect(fates(4)).toEqual(['delivered', 'lost', 'delivered', 'unknown']);
});

describe('the rungs that every pair has passed', () => {
  const at = (rung: number, change: Partial<Progress> = {}): Progress => ({
    ...progressOf(PAIR, null),
    rung,
    ...change,
  });
  const replaced = (progress: Progress): Progress => ({
    ...progress,
    seats: {
      client: { ...progress.seats.client, replaced: true },
      server: { ...progress.seats.server, replaced: true },
    },
  });

  it('are those of the pair that is furthest behind', () =>
    expect(rungsPassed([at(4), at(2), at(3)])).toBe(2));

  it('do not wait for who is done', () =>
    expect(rungsPassed([at(4), at(2, { over: true })])).toBe(4));

  it('do not wait for a pair that the bot plays alone', () => {
    expect(rungsPassed([at(4), replaced(at(1))])).toBe(4);
    const half = at(1);
    const seats = { ...replaced(half).seats, server: half.seats.server };
    expect(rungsPassed([at(4), { ...half, seats }])).toBe(1);
    const alone = {
      client: { ...half.seats.client, replaced: true },
      server: { ...half.seats.server, racer: BOT },
    };
    expect(rungsPassed([at(4), { ...half, seats: alone }])).toBe(4);
  });

  it('wait for a pair whose match has not been made', () =>
    expect(rungsPassed([at(4), progressOf(PAIR, null)])).toBe(0));

  it('are all of them where nobody is on the way', () =>
    expect(rungsPassed([at(1, { over: true }), replaced(at(0))])).toBe(Number.POSITIVE_INFINITY));
});
