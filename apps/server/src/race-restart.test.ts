/** The server may go away in every phase of a race, as it likes: the race goes on where it was. */
import type { RaceMade, RaceResults } from '@ackade/contract';
import type { RacePhase } from '@ackade/game';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test/databases.ts';
import { fastClock } from '../test/fast-clock.ts';
import { send } from '../test/play.ts';
import type { Player } from '../test/player.ts';
import type { Racer, Watcher } from '../test/racer.ts';
import { begin, openRacing, playOut, shiftable } from '../test/racing.ts';
import { type Running, startServer } from '../test/running.ts';

/** How long it is away, ms: longer than the round. */
const OUTAGE = 30 * 60_000;
const TIME = 300_000;

describe('a race goes on where it was', () => {
  onEachDatabase((scratch) => {
    let server: Running;
    let clock: ReturnType<typeof shiftable>;
    const racing = openRacing(() => server);

    const start = async (): Promise<void> => {
      const { dataDir, databaseUrl } = scratch().config;
      const env = databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: dataDir };
      server = await startServer(env, clock);
    };
    beforeEach(async () => {
      clock = shiftable(fastClock(50));
      await start();
    });
    afterEach(async () => {
      racing.leave();
      await server.stop();
    });

    /** The server goes away, and another one comes in its place. */
    async function outage(how: 'stop' | 'kill'): Promise<void> {
      if (how === 'stop') racing.leave();
      await server[how]();
      racing.leave();
      clock.pass(OUTAGE);
      await start();
    }

    async function inPhase(phase: RacePhase): Promise<[RaceMade, Watcher, Racer[], Player[]]> {
      const { race, host, racers } = await racing.lobby(
        ['Ada', 'Bo', 'Cleo'],
        ['handshake', 'close'],
        {
          time: TIME,
        },
      );
      let players: Player[] = [];
      if (phase !== 'lobby') players = await begin(host, racers);
      if (phase === 'lobby' || phase === 'round') return [race, host, racers, players];
      await playOut(host, players);
      if (phase === 'between') return [race, host, racers, players];
      await host.host({ type: 'end' });
      await host.until((b) => b.head.phase === 'podium');
      if (phase === 'debrief') await host.next();
      await host.until((b) => b.head.phase === phase);
      return [race, host, racers, players];
    }

    it.each(
      (['lobby', 'round', 'between', 'podium', 'debrief'] as const).flatMap((phase) =>
        (['stop', 'kill'] as const).map((how) => [phase, how] as const),
      ),
    )(
      'in %s after a %s',
      async (phase, how) => {
        const [race, { get }, racers] = await inPhase(phase);
        const before = get();
        const tokens = racers.map((racer) => racer.token);
        await outage(how);
        const host = await racing.watch(race);
        const board = host.get();
        expect(board.head).toMatchObject({ phase, round: before.head.round, of: 2 });
        expect([...board.players.values()].map(({ present: _, ...p }) => p)).toEqual(
          [...before.players.values()].map(({ present: _, ...p }) => p),
        );
        const back = tokens.map((token) => racing.again(race, token));
        await Promise.all(back.map((racer) => racer.until((v) => v.phase === phase)));
        if (phase === 'round') {
          // It was away for longer than the round takes; what was left is left.
          expect(board.head.endsIn).toBeGreaterThan(TIME / 2);
          expect(board.head.endsIn).toBeLessThanOrEqual(TIME + 3000);
          const players = await Promise.all(back.map((racer) => racer.match()));
          await playOut(host, players);
        }
        if (phase === 'lobby') await playOut(host, await begin(host, back));
        if (phase !== 'debrief') await host.until((b) => b.head.phase !== 'lobby');
        const results = await resultsOf(race);
        expect(results.rounds).toHaveLength(1);
        for (const { total } of results.players) expect(total.matches).toBe(1);
        expect(await rows(race)).toEqual(
          results.players
            .map(({ name, place, total }) => [name, place, total.points, total.matches])
            .toSorted(),
        );
      },
      20_000,
    );

    it('in the middle of a match, of which nothing that was acknowledged is lost', async () => {
      const [race, , racers, players] = await inPhase('round');
      const i = players.findIndex(({ seat }) => seat.seat === 'client');
      const [player, racer] = [players[i], racers[i]];
      if (!player || !racer) throw new Error('nobody is the client');
      await player.until((v) => v.turns.length > 0);
      expect(await player.move(send(2))).toHaveProperty('update');
      const { points } = player.view().score;
      await outage('kill');
      const back = await racing.again(race, racer.token).match();
      const { score, rows } = await back.until(() => true);
      expect(score.points).toBe(points);
      expect(rows.filter((r) => r.kind === 'segment' && r.from === 'client')).toHaveLength(1);
    });

    it('while it is paused, and stays so', async () => {
      const [race, host, racers] = await inPhase('round');
      await host.host({ type: 'pause' });
      await host.until((b) => b.head.paused);
      const { endsIn } = host.get().head;
      await outage('kill');
      const again = await racing.watch(race);
      expect(again.get().head).toMatchObject({ paused: true, endsIn });
      const back = racers.map(({ token }) => racing.again(race, token));
      const players = await Promise.all(back.map((racer) => racer.match()));
      await Promise.all(players.map((p) => p.until((v) => v.held && v.frozen)));
      await again.host({ type: 'resume' });
      await playOut(again, players);
    });

    it('with a question that is asked, of whose time nothing is lost', async () => {
      const [race, host, racers] = await inPhase('between');
      const [ada, bo] = racers as [Racer, Racer];
      await host.ask({ count: 1, time: TIME });
      const { on } = await ada.quiz.until((q) => q.on !== null);
      const response =
        on?.posed.form === 'order'
          ? ({ form: 'order', order: [...on.posed.choices.keys()] } as const)
          : ({ form: 'one', choice: 0 } as const);
      expect(await ada.answer(response)).toBeNull();
      await outage('kill');
      const again = await racing.watch(race);
      const { endsIn = null, answers } = again.get().head.quiz?.on ?? {};
      expect([answers, endsIn === null]).toEqual([1, false]);
      expect(endsIn).toBeGreaterThan(TIME / 4);
      const back = [ada, bo].map(({ token }) => racing.again(race, token));
      const [mine, his] = await Promise.all(
        back.map(async ({ quiz }) => (await quiz.until((q) => q.on !== null)).on),
      );
      expect([mine?.own?.given, his?.own?.given]).toEqual([response, null]);
      expect(await back[1]?.answer(response)).toBeNull();
      const closed = await back[1]?.quiz.until(({ on }) => on?.told?.answers === 2);
      expect(closed?.on?.own?.result).not.toBeNull();
    });

    it('to the end of the round, though nobody comes back', async () => {
      const [race] = await inPhase('round');
      await outage('kill');
      const host = await racing.watch(race);
      await host.host({ type: 'skip', from: { phase: 'round', round: 1 } });
      const board = await host.until((b) => b.head.phase === 'between');
      expect([...board.pairs.values()].every((p) => p.over)).toBe(true);
    });

    it('with a match that cannot be read any more, which keeps nobody from going on', async () => {
      const [race, , racers, players] = await inPhase('round');
      const spoilt = players[0]?.seat.code ?? '';
      const { log } = server.database.client;
      const last = await log.findFirstOrThrow({
        where: { stream: spoilt },
        orderBy: { version: 'desc' },
      });
      const move = send(4);
      const moved = {
        type: 'moved',
        seat: 'client',
        at: 0,
        lag: 0,
        move,
        verdict: { right: true },
      };
      const row = {
        commandId: 'of-old',
        version: last.version + 1,
        events: JSON.stringify([moved]),
      };
      await log.create({ data: { ...last, ...row } });
      await outage('kill');
      const host = await racing.watch(race);
      const back = racers.map(({ token }) => racing.again(race, token));
      await Promise.all(back.map((racer) => racer.until((v) => v.phase === 'round')));
      expect(await host.watch(spoilt)).toBe('not-now');
      await host.host({ type: 'skip', from: { phase: 'round', round: 1 } });
      await host.until((b) => b.head.phase === 'between');
      await playOut(host, await begin(host, back));
    });

    async function resultsOf({ code, host }: RaceMade): Promise<RaceResults> {
      const headers = { authorization: `Bearer ${host}` };
      const response = await fetch(`${server.url}/api/races/${code}/results`, { headers });
      return (await response.json()) as RaceResults;
    }

    /** What the tables say of the players. */
    async function rows({ code }: RaceMade): Promise<unknown[]> {
      const where = { race: { code } };
      const players = await server.database.client.racePlayer.findMany({ where });
      return players.map((p) => [p.name, p.place, p.points, p.matches]).toSorted();
    }
  });
});
