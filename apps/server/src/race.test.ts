import { type RaceJoined, RaceResults } from '@ackade/contract';
import { describe, expect, it } from 'vitest';
import { playSeat } from '../test/play.ts';
import type { Racer, Watcher } from '../test/racer.ts';
import { allHere, begin, playOut, racingOnServer, segmentsIn } from '../test/racing.ts';
import { systemClock } from './clock.ts';

const { racing, server, anew } = racingOnServer();
const { create, join, post, refusedAt } = racing;

/** Plays the match of the round that is on to its end. */
async function playRound(racer: Racer): Promise<void> {
  const player = await racer.match();
  await playSeat(player);
  // One connection carries one match at a time.
  player.leave();
}

describe('a race', () => {
  it('goes from the lobby to its end, and everybody is told what concerns him', async () => {
    const race = await create(['handshake', 'close']);
    const host = await racing.watch(race);
    const racers = await Promise.all(['Ada', 'Bo', 'Cleo'].map((name) => join(race, name)));
    await host.until((b) => [...b.players.values()].filter((p) => p.present).length === 3);

    for (const round of [1, 2]) {
      expect(await host.next()).toBeNull();
      await Promise.all(racers.map(playRound));
      await host.until((b) => b.head.phase === 'between' && b.head.round === round);
    }
    expect([...host.get().pairs.values()].map((p) => p.over)).toEqual([true, true]);

    for (const phase of ['podium', 'debrief', 'over'] as const) {
      expect(await host.next()).toBeNull();
      await host.until((b) => b.head.phase === phase);
      for (const racer of racers) await racer.until((v) => v.phase === phase);
    }
    const view = racers[0]?.get();
    expect(view?.played).toHaveLength(2);
    expect(view?.you.total.matches).toBe(2);
    expect(view?.podium?.winners).toHaveLength(3);

    const response = await fetch(`${server().url}/api/races/${race.code}/results`, {
      headers: { authorization: `Bearer ${race.host}` },
    });
    const results = RaceResults.parse(await response.json());
    expect(results.rounds.map((r) => r.pairs.length)).toEqual([2, 2]);
    for (const { total, id } of results.players) {
      const seats = results.rounds.flatMap((r) => r.pairs.flatMap((p) => Object.values(p.seats)));
      const points = seats.filter((s) => s.player === id).map((s) => s.score.points);
      expect(points).toHaveLength(2);
      expect(total.points).toBe(points.reduce((a, b) => a + b));
    }
  });

  it('ends a round in time', async () => {
    const race = await create(['handshake'], { time: 15_000 });
    const host = await racing.watch(race);
    const racers = await Promise.all(['Ada', 'Bo'].map((name) => join(race, name)));
    await host.until((b) => [...b.players.values()].filter((p) => p.present).length === 2);
    await host.next();
    const players = await Promise.all(racers.map((racer) => racer.match()));
    await host.until((b) => b.head.phase === 'between');
    const [view] = await Promise.all(players.map((p) => p.until((v) => v.phase === 'over')));
    expect(view?.result?.outcome).toBe('time-up');
  });

  it('sends away whom its host kicks; he may come back, who is banned may not', async () => {
    const race = await create(['handshake']);
    const host = await racing.watch(race);
    const device = 'device-device-device-device';
    const bo = await join(race, 'Bo', device);
    await bo.until(() => true);
    const kick = async (ban: boolean): Promise<void> => {
      const board = await host.until((b) => b.players.size === 1);
      const [player = ''] = board.players.keys();
      expect(await host.host({ type: 'kick', player, ban })).toBeNull();
      await host.until((b) => b.players.size === 0);
    };
    await kick(false);
    expect((await bo.dismissed).error.code).toBe('kicked');
    expect(await refusedAt(race, bo.token)).toBe('kicked');
    expect((await post(race, 'Bo', device)).status).toBe(201);
    await kick(true);
    expect((await post(race, 'Bobby', device)).status).toBe(403);
  });

  it('is seen whole by every host and projector, and by nobody else', async () => {
    const race = await create(['handshake']);
    const tokens = [race.host, race.host, race.screen];
    const watchers = await Promise.all(tokens.map((token) => racing.watch(race, token)));
    const [host, second, screen] = watchers as [Watcher, Watcher, Watcher];
    const ada = await join(race, 'Ada');
    for (const watcher of [host, second, screen])
      await watcher.until((b) => [...b.players.values()].some((p) => p.name === 'Ada'));
    await second.host({ type: 'lock', locked: true });
    await host.until((b) => b.head.locked);
    expect((await post(race, 'Bo')).status).toBe(403);
    const answer = await ada.forge({ type: 'lock', locked: false });
    expect('error' in answer && answer.error.code).toBe('host-only');
    expect(await refusedAt(race, 'nonsense')).toBe('wrong-token');
  });

  it('lets a latecomer take over from the bot', async () => {
    const race = await create(['handshake']);
    const host = await racing.watch(race);
    const ada = await join(race, 'Ada');
    await host.until((b) => b.players.size === 1 && allHere(b));
    await host.next();
    const player = await ada.match();
    await player.until((v) => v.phase !== 'waiting');
    const late = await join(race, 'Bo');
    const partner = await late.match();
    expect(partner.seat.code).toBe(player.seat.code);
    await player.until((v) => Object.values(v.seats).every((seat) => seat?.bot === false));
    await Promise.all([playSeat(player), playSeat(partner)]);
    await host.until((b) => b.head.phase === 'between');
    const total = (r: Racer) => r.until((v) => v.you.total.matches === 1);
    await Promise.all([total(ada), total(late)]);
  });

  it('lets the bot play on for who is away, and gives the seat back', async () => {
    const race = await create(['conversation'], { time: 600_000 });
    const host = await racing.watch(race);
    const racers = [await join(race, 'Ada'), await join(race, 'Bo')] as const;
    await host.until((b) => b.players.size === 2 && allHere(b));
    await host.next();
    const [first, second] = await Promise.all(racers.map((racer) => racer.match()));
    if (!first || !second) throw new Error('no matches');
    await Promise.all([first, second].map((p) => p.until((v) => v.phase === 'playing')));
    racers[1].leave();
    await first.until((v) => v.frozen);
    const far = second.seat.seat;
    await first.until((v) => v.seats[far]?.bot === true && !v.frozen);
    await host.until((b) => [...b.pairs.values()].some((pair) => pair.seats[far].replaced));
    const back = racing.again(race, racers[1].token);
    const again = await back.match();
    await first.until((v) => v.seats[far]?.bot === false);
    await Promise.all([playSeat(first), playSeat(again)]);
    await back.until((v) => v.phase === 'between');
  });

  it('stands still while it is paused, and every match with it', async () => {
    const race = await create(['handshake']);
    const host = await racing.watch(race);
    const racers = [await join(race, 'Ada'), await join(race, 'Bo')];
    await host.until((b) => b.players.size === 2 && allHere(b));
    await host.next();
    const players = await Promise.all(racers.map((racer) => racer.match()));
    await Promise.all(players.map((p) => p.until((v) => v.phase === 'playing')));
    await host.host({ type: 'pause' });
    await Promise.all(players.map((p) => p.until((v) => v.held && v.frozen)));
    const stands = await Promise.all(racers.map((racer) => racer.until((v) => v.paused)));
    await host.host({ type: 'add-time', ms: 60_000 });
    const [ada] = racers;
    const [before] = stands;
    const after = await ada?.until((v) => (v.endsIn ?? 0) > (before?.endsIn ?? 0));
    expect(after?.endsIn).toBe((before?.endsIn ?? 0) + 60_000);
    await host.host({ type: 'resume' });
    await Promise.all(players.map((p) => p.until((v) => !v.held && !v.frozen)));
    const weather = { what: 'lose', from: 'client', kind: 'syn' } as const;
    expect(await host.host({ type: 'weather', weather })).toBeNull();
    const refused = await players[0]?.makeWeather(weather);
    expect(refused && 'error' in refused && refused.error.code).toBe('host-only');
    await Promise.all(players.map(playSeat));
    const sent = await host.until((b) => b.head.phase === 'between');
    // The SYN that was lost had to be sent again.
    expect(await segmentsIn(host, [...sent.pairs.keys()][0] ?? '')).toBe(4);
  });

  it('gives a place to the newest device that asks for it', async () => {
    const race = await create(['handshake']);
    const ada = await join(race, 'Ada');
    await ada.until(() => true);
    const other = racing.again(race, ada.token);
    expect((await ada.dismissed).error.code).toBe('taken-over');
    expect((await other.until(() => true)).you.name).toBe('Ada');
  });

  it('shows the ladder of a match to those who see the race whole', async () => {
    const race = await create(['handshake']);
    const host = await racing.watch(race);
    const ada = await join(race, 'Ada');
    await host.until((b) => b.players.size === 1 && allHere(b));
    expect(await host.watch('no-match-of-this-race')).toBe('not-now');
    await host.next();
    const board = await host.until((b) => b.pairs.size === 1);
    const [match = ''] = board.pairs.keys();
    expect(await host.watch(match)).toBeNull();
    await playRound(ada);
    const lane = await host.lane.until(
      (l) => l.rows.filter((r) => r.kind === 'segment').length === 3,
    );
    expect(lane.match).toBe(match);
  });

  it('draws names, and takes those of a list', async () => {
    const drawn = await create(['handshake'], { nicknames: 'generated' });
    const names = await Promise.all(
      Array.from(
        { length: 20 },
        async () => ((await (await post(drawn, null)).json()) as RaceJoined).name,
      ),
    );
    expect(new Set(names).size).toBe(20);
    const listed = await create(['handshake'], {
      nicknames: 'roster',
      roster: ['Ada', ' Ada ', 'Bo'],
    });
    expect((await post(listed, 'Cleo')).status).toBe(400);
    expect((await post(listed, 'Ada')).status).toBe(201);
    const summary = await (await fetch(`${server().url}/api/races/${listed.code}`)).json();
    expect(summary).toMatchObject({
      open: true,
      roster: [
        { name: 'Ada', taken: true },
        { name: 'Bo', taken: false },
      ],
    });
  });

  it('lets a school in at once', async () => {
    await anew(systemClock);
    const race = await create(['handshake'], { nicknames: 'generated' });
    const statuses = await Promise.all(
      Array.from({ length: 300 }, async () => (await post(race, null)).status),
    );
    expect(statuses.filter((status) => status !== 201)).toEqual([]);
  });

  it('is told to those who see it whole at most four times a second', async () => {
    const names = Array.from({ length: 10 }, (_, i) => `Player ${i}`);
    const { host, racers } = await racing.lobby(names, ['conversation']);
    const players = await begin(host, racers);
    const boards = host.count();
    const began = performance.now();
    await playOut(host, players);
    // The clock runs 50 times as fast.
    const seconds = (50 * (performance.now() - began)) / 1000;
    expect(host.count() - boards).toBeLessThanOrEqual(4 * seconds + 1);
  });
});
