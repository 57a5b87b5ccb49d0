/** What only the host may do, and what everybody else meets who tries. */

import type { RaceMade, Refusal } from '@ackade/contract';
import { type HostCommand, MOST_ROUNDS, type RaceOptions, usualOptions } from '@ackade/game';
import { describe, expect, it, vi } from 'vitest';
import { send } from '../test/play.ts';
import type { Player } from '../test/player.ts';
import type { Watcher } from '../test/racer.ts';
import { begin, playOut, racingOnServer } from '../test/racing.ts';
import { systemClock } from './clock.ts';

const { racing, server, anew } = racingOnServer();

const idOf = ({ get }: Watcher, name: string): string =>
  [...get().players.values()].find((p) => p.name === name)?.id ?? '';
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as Refusal).error.code;

describe('a class list', () => {
  /** As large as they come: 500 names of 20 letters, each with marks on it. */
  const roster = Array.from(
    { length: 500 },
    (_, i) => String(i).padStart(3, '0') + 'ж\u0323\u0324\u0325\u0330'.repeat(17),
  );
  const options: RaceOptions = { ...usualOptions('flags'), nicknames: 'roster', roster };

  it('comes with the race, or later from its host', async () => {
    const scenarios = Array.from({ length: MOST_ROUNDS }, () => 'handshake');
    const race = await racing.create(scenarios, options);
    expect((await racing.watch(race)).get().head.options.roster).toHaveLength(500);
    const { host } = await racing.lobby(['Ada']);
    expect(await host.host({ type: 'options', options })).toBeNull();
    await host.until((b) => b.head.options.roster.length === 500);
  });

  it('is looked at up to the longest names that the protocol knows', async () => {
    const longest = { ...options, roster: roster.map((name, i) => `${i}`.padEnd(200, name[3])) };
    const request = { scenarios: ['handshake'], level: 'flags', options: longest };
    expect((await server().post('/api/races', request)).status).toBe(400);
    const { host } = await racing.lobby(['Ada']);
    expect(await host.host({ type: 'options', options: longest })).toBe('bad-request');
  });

  it('comes from nobody else', async () => {
    const { race, racers } = await racing.lobby(['Ada']);
    const answer = await racers[0]?.forge({ type: 'options', options });
    expect(answer && 'error' in answer && answer.error.code).toBe('too-large');
    const screen = await racing.watch(race, race.screen);
    expect(await screen.host({ type: 'options', options })).toBe('too-large');
  });
});

describe('who is not the host', () => {
  const END = { type: 'end' } as const;

  it('is refused, and it is noted down, and changes nothing', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo']);
    const players = await begin(host, racers);
    const warn = vi.spyOn(server().app.server.log, 'warn');
    const screen = await racing.watch(race, race.screen);
    const forged: readonly HostCommand[] = [
      END,
      { type: 'pause' },
      { type: 'kick', player: idOf(host, 'Bo'), ban: true },
      { type: 'rename', player: idOf(host, 'Bo'), name: 'Bob' },
      { type: 'skip', from: { phase: 'round', round: 1 } },
    ];
    const logged = await rowsOf(race);
    for (const command of forged) {
      const answer = await racers[0]?.forge(command);
      expect(answer && 'error' in answer && answer.error.code).toBe('host-only');
      expect(await screen.host(command)).toBe('host-only');
    }
    const line = 'a host’s command from who is not the host';
    const { id } = await server().database.client.race.findUniqueOrThrow({
      where: { code: race.code },
    });
    const address = expect.stringContaining('127.0.0.1');
    expect(warn.mock.calls).toEqual(
      forged.flatMap(() => [
        [{ race: id, role: 'player', address }, line],
        [{ race: id, role: 'screen', address }, line],
      ]),
    );
    expect(await rowsOf(race)).toEqual(logged);
    expect((await racing.watch(race)).get().head).toMatchObject({ phase: 'round', paused: false });
    for (const player of players) expect(player.view().phase).toBe('playing');
    const results = await fetch(`${server().url}/api/races/${race.code}/results`, {
      headers: { authorization: `Bearer ${race.screen}` },
    });
    expect(results.status).toBe(403);
  });

  it('does not come in with a wrong token, or with that of another race’s host', async () => {
    const { race } = await racing.lobby(['Ada']);
    const other = await racing.create(['handshake']);
    const warn = vi.spyOn(server().app.server.log, 'warn');
    const logged = await rowsOf(race);
    for (const token of ['no-token-of-anybody', other.host, other.screen]) {
      expect(await racing.refusedAt(race, token)).toBe('wrong-token');
      const headers = { authorization: `Bearer ${token}` };
      const results = await fetch(`${server().url}/api/races/${race.code}/results`, { headers });
      expect(await codeOf(results)).toBe('wrong-token');
    }
    const line = [
      { code: race.code, address: expect.stringContaining('127.0.0.1') },
      'a wrong token at a race',
    ];
    expect(warn.mock.calls).toEqual([line, line, line]);
    expect(await rowsOf(race)).toEqual(logged);
    expect((await racing.watch(race)).get().head.phase).toBe('lobby');
  });

  it('does not guess his way in', async () => {
    await anew(systemClock);
    const race = await racing.create(['handshake']);
    const codes = new Set<string>();
    for (let i = 0; i < 15; i++)
      for (const code of await Promise.all(
        Array.from({ length: 10 }, (_, n) => racing.refusedAt(race, `guess-${i}-${n}`)),
      ))
        codes.add(code);
    expect(codes).toEqual(new Set(['wrong-token', 'too-many-requests']));
    expect(await racing.refusedAt({ ...race, code: 'ZZZZZ' }, 'guess')).not.toBe('');
  });
});

describe('a projector', () => {
  it('shows of the matches that are played what the host puts there, for as long as he does', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo', 'Cleo', 'Dan']);
    const screen = await racing.watch(race, race.screen);
    const players = await begin(host, racers);
    const [one = '', other = ''] = host.get().pairs.keys();
    const show = async (match: string | null): Promise<void> => {
      expect(await host.host({ type: 'spotlight', match })).toBeNull();
      await screen.until((b) => b.head.spotlight === match);
    };
    expect(await screen.watch(one)).toBe('not-now');
    await show(one);
    expect([await screen.watch(other), await screen.watch(one)]).toEqual(['not-now', null]);
    const { rows } = await screen.lane.until((l) => l.match === one);

    await show(other);
    await host.watch(one);
    const client = players.find((p) => p.seat.code === one && p.seat.seat === 'client') as Player;
    await client.until((v) => v.turns.length > 0);
    await client.move(send(2));
    await host.lane.until((l) => l.rows.some((row) => row.kind === 'segment'));
    // Whatever came to the projector came before this answer.
    expect(await screen.watch(one)).toBe('not-now');
    expect(screen.lane.get().rows).toEqual(rows);

    await playOut(host, players);
    expect(await screen.watch(one)).toBeNull();
  });
});

/** What the log has of a race. */
async function rowsOf({ code }: RaceMade): Promise<unknown[]> {
  const { client } = server().database;
  const { id } = await client.race.findUniqueOrThrow({ where: { code } });
  return client.log.findMany({ where: { stream: id }, orderBy: { version: 'asc' } });
}
