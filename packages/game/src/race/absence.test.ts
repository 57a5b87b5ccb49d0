/** When the bot goes on for a player of a race who is away: only where somebody waits for him. */
import { ENDPOINTS, type Endpoint, peerOf } from '@ackade/tcp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { give, person, seated, type Table } from '../../test/simulate.ts';
import { clockAt, evolve, type Match, type RaceTerms, wakesAt } from '../index.ts';

const GRACE = 30_000;
const TERMS: RaceTerms = {
  id: 'race',
  round: 0,
  hints: true,
  timed: true,
  grace: GRACE,
  pace: { client: 1, server: 1 },
};

const racing = (server = person('Bo')): Table => seated('handshake', 'flags', 1, server, TERMS);
const bots = ({ match }: Table): Endpoint[] =>
  ENDPOINTS.filter((e) => match.seats[e]?.occupant === 'bot');

type Step = readonly [at: number, what: 'goes' | 'comes' | 'tick', seat?: Endpoint];

/** Times are after the beginning of play. */
function tell(table: Table, steps: readonly Step[]): void {
  const begin = table.now;
  for (const [at, what, seat = 'client'] of steps) {
    table.now = begin + at;
    if (what === 'tick') give(table, { type: 'tick' });
    else if (what === 'goes') give(table, { type: 'disconnect', seat });
    else give(table, { type: 'connect', seat, absent: [] });
  }
}

describe('the bot goes on', () => {
  it.each<readonly [string, readonly Step[], readonly Endpoint[]]>([
    [
      'for one whose partner waits',
      [
        [0, 'goes', 'client'],
        [GRACE, 'tick'],
      ],
      ['client'],
    ],
    [
      'for nobody where both are away, however long',
      [
        [0, 'goes', 'client'],
        [5, 'goes', 'server'],
        [GRACE, 'tick'],
        [100 * GRACE, 'tick'],
      ],
      [],
    ],
    [
      'for the other a grace after the first is back',
      [
        [0, 'goes', 'client'],
        [5, 'goes', 'server'],
        [2 * GRACE, 'comes', 'client'],
        [3 * GRACE - 1, 'tick'],
      ],
      [],
    ],
    [
      'for the other then',
      [
        [0, 'goes', 'client'],
        [5, 'goes', 'server'],
        [2 * GRACE, 'comes', 'client'],
        [3 * GRACE, 'tick'],
      ],
      ['server'],
    ],
    [
      'for nobody where both are back in time',
      [
        [0, 'goes', 'client'],
        [5, 'goes', 'server'],
        [2 * GRACE, 'comes', 'client'],
        [3 * GRACE - 1, 'comes', 'server'],
        [9 * GRACE, 'tick'],
      ],
      [],
    ],
    [
      'not for one whose partner the bot already plays for',
      [
        [0, 'goes', 'client'],
        [GRACE, 'tick'],
        [GRACE + 1, 'goes', 'server'],
        [9 * GRACE, 'tick'],
      ],
      ['client'],
    ],
    [
      'for him a grace after that partner is back',
      [
        [0, 'goes', 'client'],
        [GRACE, 'tick'],
        [GRACE + 1, 'goes', 'server'],
        [9 * GRACE, 'comes', 'client'],
        [10 * GRACE - 1, 'tick'],
        [10 * GRACE, 'tick'],
      ],
      ['server'],
    ],
  ])('%s', (_, steps, replaced) => {
    const table = racing();
    tell(table, steps);
    expect(bots(table)).toEqual(replaced);
  });

  it('not for who plays alone with the bot: the clocks stand until he is back', () => {
    const table = racing('bot');
    const before = clockAt(table.match, table.now);
    tell(table, [
      [0, 'goes', 'client'],
      [10 * GRACE, 'tick'],
    ]);
    expect(bots(table)).toEqual(['server']);
    expect(clockAt(table.match, table.now)).toBe(before);
    // The round ends it, or the day after which everything does.
    expect((wakesAt(table.match) ?? 0) - table.now).toBeGreaterThan(GRACE);
    give(table, { type: 'stop' });
    expect(table.match.outcome).toBe('time-up');
  });
});

it('whoever comes and goes, nobody is replaced for whom nobody has waited a whole grace', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom<'goes' | 'comes' | 'tick'>('goes', 'comes', 'tick'),
          fc.constantFrom(...ENDPOINTS),
          fc.constantFrom(0, 1000, GRACE / 2, GRACE, 3 * GRACE),
        ),
        { maxLength: 40 },
      ),
      (steps) => {
        const table = racing();
        let at = 0;
        const begin = table.events.length;
        tell(
          table,
          steps.map(([what, seat, wait]): Step => {
            at += wait;
            return [at - wait / 2, what, seat];
          }),
        );
        let match = table.events.slice(0, begin).reduce<Match | null>(evolve, null);
        /** Since when a person at one end has waited for the one at the other. */
        let waiting: Partial<Record<Endpoint, number>> = {};
        for (const event of table.events.slice(begin)) {
          if (event.type === 'replaced')
            expect(
              event.at - (waiting[event.seat] ?? Number.POSITIVE_INFINITY),
            ).toBeGreaterThanOrEqual(GRACE);
          match = evolve(match, event);
          const seats = match.seats;
          waiting = Object.fromEntries(
            ENDPOINTS.filter(
              (e) =>
                seats[e]?.present === false &&
                seats[peerOf(e)]?.present === true &&
                seats[peerOf(e)]?.occupant !== 'bot',
            ).map((e) => [e, waiting[e] ?? event.at]),
          );
          expect(ENDPOINTS.every((e) => seats[e]?.occupant === 'bot')).toBe(false);
        }
      },
    ),
  ));
