import type { RaceJoined } from '@ackade/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Scratch, scratchPostgresql } from '../test/databases.ts';
import { fastClock } from '../test/fast-clock.ts';
import { playOut as playBoth, playSeat, send } from '../test/play.ts';
import { connect, newCommandId, type Player } from '../test/player.ts';
import { allHere, begin, openRacing, playOut, segmentsIn } from '../test/racing.ts';
import { type Running, startServer } from '../test/running.ts';

const { TEST_DATABASE_URL: database, TEST_REDIS_URL: redis } = process.env;

describe.skipIf(!database || !redis)('two nodes with PostgreSQL and Redis', () => {
  let scratch: Scratch;
  let nodes: readonly [Running, Running];
  beforeAll(async () => {
    scratch = await scratchPostgresql();
    // A database of Redis for this run: other runs on the same one would be nodes of ours.
    const fanOut = new URL(`/${1 + (process.pid % 15)}`, redis).href;
    const env = { DATABASE_URL: scratch.config.databaseUrl ?? '', REDIS_URL: fanOut };
    const clock = fastClock(50);
    nodes = [await startServer(env, clock), await startServer(env, clock)];
  });
  afterAll(async () => {
    for (const node of nodes) await node.stop();
    await scratch.remove();
  });

  describe('carry a race', () => {
    /** Which node the clients that are made next go to. */
    let at: 0 | 1 = 0;
    const racing = openRacing(() => nodes[at]);
    afterEach(() => racing.leave());
    const on = <T>(node: 0 | 1, make: () => T): T => {
      at = node;
      return make();
    };

    /** A race whose host is at one node, and the players at both: who plays with whom is by lot. */
    async function apart(
      names: readonly string[],
      scenarios: readonly string[],
      nodeOf: (i: number) => 0 | 1 = (i) => (i % 2 === 0 ? 0 : 1),
    ) {
      const race = await on(0, () => racing.create(scenarios));
      const host = await on(0, () => racing.watch(race));
      const racers = [];
      for (const [i, name] of names.entries())
        racers.push(await on(nodeOf(i), () => racing.join(race, name)));
      await host.until((b) => b.players.size === names.length && allHere(b));
      return { race, host, racers };
    }

    it('between them to its end, wherever its players are', async () => {
      const names = ['Ada', 'Bo', 'Cleo', 'Dan', 'Eve'];
      const { race, host, racers } = await apart(names, ['handshake', 'close']);
      const screen = await on(1, () => racing.watch(race, race.screen));
      for (const round of [1, 2]) {
        const players = await begin(host, racers);
        const board = await playOut(host, players);
        // Whatever node a move came to, it is on the board.
        expect([...board.pairs.values()].every((p) => p.over)).toBe(true);
        await screen.until((b) => b.head.phase === 'between' && b.head.round === round);
        for (const player of players) player.leave();
      }
      await host.next();
      const views = await Promise.all(racers.map((r) => r.until((v) => v.phase === 'podium')));
      for (const view of views) expect(view.you.total.matches).toBe(2);
    });

    it('which its host stops, and lets run again, at both', async () => {
      const { host, racers } = await apart(['Ada', 'Bo', 'Cleo', 'Dan'], ['conversation']);
      const players = await begin(host, racers);
      await host.host({ type: 'weather', weather: { what: 'lose', from: 'client', kind: 'syn' } });
      for (const held of [true, false, true, false]) {
        await host.host({ type: held ? 'pause' : 'resume' });
        await Promise.all(players.map((p) => p.until((v) => v.held === held)));
      }
      const board = await playOut(host, players);
      // Lost once, though two nodes carry it out.
      const [first = '', ...others] = board.pairs.keys();
      const segments = await segmentsIn(host, first);
      for (const match of others) expect(await segmentsIn(host, match)).toBe(segments);
    });

    it('and show a pair’s ladder that is played at the other node', async () => {
      const { host, racers } = await apart(['Ada', 'Bo'], ['handshake'], () => 1);
      const players = await begin(host, racers);
      const { code } = players[0]?.seat ?? {};
      expect(await host.watch(code ?? '')).toBeNull();
      await Promise.all(players.map(playSeat));
      await host.lane.until((l) => l.rows.filter((r) => r.kind === 'segment').length === 3);
    });

    it('and let a latecomer at the other node take over from the bot', async () => {
      const { race, host, racers } = await apart(['Ada'], ['conversation']);
      const [ada] = await begin(host, racers);
      const late = await on(1, () => racing.join(race, 'Bo'));
      const bo = await late.match();
      if (!ada) throw new Error('no match');
      expect(bo.seat.code).toBe(ada.seat.code);
      await playOut(host, [ada, bo]);
      await late.until((v) => v.you.total.matches === 1);
    });

    it('and let in at one who has joined at the other', async () => {
      const { race, host } = await apart(['Ada'], ['handshake']);
      // Both nodes have the race in memory by now.
      await on(1, () => racing.watch(race));
      for (const [joins, opens] of [
        [0, 1],
        [1, 0],
      ] as const) {
        const response = await on(joins, () => racing.post(race, `From ${joins}`));
        const { token } = (await response.json()) as RaceJoined;
        const racer = await on(opens, () => racing.again(race, token));
        expect((await racer.until(() => true)).you.name).toBe(`From ${joins}`);
      }
      await host.until((b) => b.players.size === 3 && allHere(b));
    });

    it('and send a player away who is at the other node', async () => {
      const { host, racers } = await apart(['Ada', 'Bo'], ['conversation']);
      const [ada, bo] = await begin(host, racers);
      const player = [...host.get().players.values()].find((p) => p.name === 'Bo')?.id ?? '';
      await host.host({ type: 'kick', player, ban: false });
      expect((await racers[1]?.dismissed)?.error.code).toBe('kicked');
      if (!ada || !bo) throw new Error('no match');
      await ada.until((v) => v.seats[bo.seat.seat]?.bot === true && !v.frozen);
      await playOut(host, [ada]);
    });
  });

  /** Two players, each at a node of their own. */
  async function apart(): Promise<[Player, Player]> {
    const first = await nodes[0].create({ scenario: 'conversation' });
    const second = await nodes[1].join(first.code);
    const a = connect(nodes[0].url, first);
    await a.until(() => true);
    return [a, connect(nodes[1].url, second)];
  }

  it('carry a match between them to its end, once', async () => {
    const players = await apart();
    await playBoth(players);
    const [a, b] = players;
    await b.until((v) => v.phase === 'over');
    expect(b.view().result).toEqual((await a.until((v) => v.phase === 'over')).result);
    expect(b.view().result).toMatchObject({ outcome: 'finished', teamwork: 100 });
    for (const p of players) p.leave();
  });

  it('let in at one whose seat was taken at the other', async () => {
    const first = await nodes[0].create({ scenario: 'conversation' });
    const a = connect(nodes[0].url, first);
    await a.until((v) => v.phase === 'waiting');
    const b = connect(nodes[0].url, await nodes[1].join(first.code));
    await Promise.all([a, b].map((p) => p.until((v) => v.phase === 'playing')));
    for (const p of [a, b]) p.leave();
  });

  it('know who is there, whichever node it is', async () => {
    const [a, b] = await apart();
    await a.until((v) => v.phase === 'playing');
    b.leave();
    await a.until((v) => v.frozen);
    const back = connect(nodes[0].url, b.seat);
    await a.until((v) => !v.frozen);
    for (const p of [a, back]) p.leave();
  });

  it('give a command that is repeated to the other node its first answer', async () => {
    const [a, b] = await apart();
    await a.until((v) => v.turns.length > 0);
    const commandId = newCommandId();
    const first = await a.move(send(2), commandId);
    a.leave();
    const again = connect(nodes[1].url, a.seat);
    await again.until((v) => v.phase === 'playing');
    const second = await again.move(send(2), commandId);
    expect('verdict' in second && second.verdict).toEqual('verdict' in first && first.verdict);
    for (const p of [again, b]) p.leave();
  });
});
