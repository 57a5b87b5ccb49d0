/** What is played teaches, and what is erased leaves no trace. */
import type { StudyExport, StudyState } from '@ackade/contract';
import { NAMELESS } from '@ackade/game';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { onEachDatabase } from '../test/databases.ts';
import { playOut, playSeat } from '../test/play.ts';
import { connect } from '../test/player.ts';
import { allHere, begin, openRacing, playOut as playRound } from '../test/racing.ts';
import { type Running, startServer } from '../test/running.ts';
import { type Device, deviceOf, dump } from '../test/studying.ts';
import { openLearnersTable } from './learners-table.ts';
import { digest, newToken } from './secrets.ts';

/** A slow machine takes its time. */
const eventually = (holds: () => Promise<void>): Promise<void> =>
  vi.waitFor(holds, { timeout: 20_000 });

onEachDatabase((scratch) => {
  let server: Running;
  beforeAll(async () => {
    const { databaseUrl } = scratch().config;
    server = await startServer(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl });
  });
  afterAll(() => server.stop());

  const device = (token?: string): Device => deviceOf(server.app.server, token);
  const state = async (of: Device): Promise<StudyState> =>
    (await of.ask<StudyState>('GET', '?offset=0')).body;

  async function alone(
    player: string,
    mode: 'solo' | 'both',
    scenario = 'handshake',
    name = 'Ada',
  ) {
    const taken = await server.create({ mode, scenario, player, name });
    const seats = [taken, ...(taken.other ? [{ ...taken, ...taken.other }] : [])];
    const ends = seats.map((seat) => connect(server.url, seat));
    if (mode === 'solo') await Promise.all(ends.map(playSeat));
    else await playOut(ends);
    for (const end of ends) end.leave();
    return taken;
  }

  async function together(player: string, partner?: string, name = 'Ada') {
    const first = await server.create({ player, name });
    const second = await server.join(first.code, 'Babbage', partner);
    const ends = [first, second].map((seat) => connect(server.url, seat));
    await playOut(ends);
    for (const end of ends) end.leave();
    return first;
  }

  const bests = async (of: Device): Promise<string[]> =>
    (await state(of)).bests.map(({ scenario, level }) => `${scenario} ${level}`);

  describe('a match', () => {
    it.each(['solo', 'both'] as const)('%s makes a learner of who plays it', async (mode) => {
      const phone = device();
      await alone(phone.token, mode);
      await eventually(async () => expect(await bests(phone)).toEqual(['handshake flags']));
      const { skills, streak, devices } = await state(phone);
      expect(skills[0]).toMatchObject({ skill: 'handshake', level: 'learning' });
      expect([streak.length, devices]).toEqual([1, 1]);
    });

    it('is of the day that it is where the player lives, also before his first session', async () => {
      const phone = device();
      await phone.ask<StudyState>('GET', '?offset=-660');
      await alone(phone.token, 'solo');
      await eventually(async () => {
        const { body } = await phone.ask<StudyExport>('GET', '/export');
        expect(body.history).toContainEqual(
          expect.objectContaining({
            type: 'practised',
            practice: expect.objectContaining({ offset: -660 }),
          }),
        );
      });
    });

    it('of the day is done', async () => {
      const phone = device();
      const [task] = (await state(phone)).daily;
      await alone(phone.token, 'solo', task?.scenario);
      await eventually(async () =>
        expect((await state(phone)).daily[0]).toEqual({ ...task, done: true }),
      );
    });

    it('of two teaches who is a learner already, and keeps nothing of who is not', async () => {
      const [ada, bo] = [device(), device()];
      await ada.ask('POST', '/steps', { step: 'syn' });
      await together(ada.token, bo.token);
      await eventually(async () => expect(await bests(ada)).toEqual(['handshake flags']));
      expect((await state(bo)).devices).toBe(0);
    });

    it('teaches once, also when its result is written again', async () => {
      const phone = device();
      await alone(phone.token, 'solo');
      await eventually(async () => expect(await bests(phone)).toHaveLength(1));
      const id = (await openLearnersTable(server.database).find(digest(phone.token))) ?? '';
      const rows = await server.database.client.log.count({ where: { stream: id } });
      expect(rows).toBe(2);
    });
  });

  describe('erasing', () => {
    const racing = openRacing(() => server);
    afterEach(() => racing.leave());

    it('leaves nothing of the learner, and to others what is theirs', async () => {
      const [phone, tablet, friend] = [device(), device(), device()];
      await phone.ask('PUT', '/name', { name: 'Countess' });
      const { body: link } = await phone.ask<{ code: string }>('POST', '/codes');
      await tablet.ask('POST', '/devices', { code: link.code });
      await phone.begin();
      await friend.ask('PUT', '/name', { name: 'Charles' });
      const solo = await alone(phone.token, 'solo', 'close', 'Lovelace');
      await alone(tablet.token, 'both', 'close', 'Lovelace');
      const duo = await together(phone.token, friend.token, 'Lovelace');
      const open = await server.create({ player: tablet.token, name: 'Lovelace' });
      const race = await racing.create(['handshake']);
      const host = await racing.watch(race);
      const racers = [
        await racing.join(race, 'Lovelace', phone.token),
        await racing.join(race, 'Babbage', friend.token),
      ];
      await host.until((b) => b.players.size === 2 && allHere(b));
      await playRound(host, await begin(host, racers));
      racing.leave();
      const { learnerId } = await server.database.client.learnerDevice.findUniqueOrThrow({
        where: { token: digest(phone.token) },
      });
      await eventually(async () => expect(await dump(server.database)).toContain('"place"'));
      const before = await dump(server.database);
      for (const trace of [learnerId, digest(phone.token), digest(tablet.token), 'Lovelace'])
        expect(before).toContain(trace);

      expect((await phone.ask('DELETE', '')).status).toBe(204);

      const after = await dump(server.database);
      for (const trace of [
        learnerId,
        digest(phone.token),
        digest(tablet.token),
        'Countess',
        'Lovelace',
      ])
        expect(after).not.toContain(trace);
      expect(after).toContain(digest(friend.token));
      expect(await bests(friend)).toEqual(['handshake flags']);
      expect((await server.app.server.inject(`/api/matches/${solo.code}`)).statusCode).toBe(404);
      expect((await server.app.server.inject(`/api/matches/${duo.code}`)).json()).toMatchObject({
        state: 'over',
      });
      expect((await server.app.server.inject(`/api/matches/${open.code}`)).json()).toMatchObject({
        state: 'open',
        host: NAMELESS,
      });
      for (const of of [phone, tablet])
        expect(await state(of)).toMatchObject({ devices: 0, bests: [] });
      // And one may begin anew.
      expect((await phone.ask('POST', '/steps', { step: 'syn' })).status).toBe(204);
      expect(await state(phone)).toMatchObject({ devices: 1, learned: ['syn'], name: null });
    });

    it('also takes from the matches of a device of which nothing else is kept', async () => {
      const phone = device();
      await together(phone.token);
      expect((await phone.ask('DELETE', '')).status).toBe(204);
      expect(await dump(server.database)).not.toContain(digest(phone.token));
    });

    it('lets nobody go on with a match that is gone', async () => {
      const token = newToken();
      const taken = await server.create({ mode: 'solo', player: token, name: 'Noether' });
      const player = connect(server.url, taken);
      await player.until((v) => v.turns.length > 0);
      await device(token).ask('DELETE', '');
      expect(await player.move({ kind: 'silent', state: null })).toHaveProperty('error');
      player.leave();
      expect(await dump(server.database)).not.toMatch(/Noether/);
      expect(await dump(server.database)).not.toContain(digest(token));
    });
  });
});

describe('an erasure that is interrupted', () => {
  onEachDatabase((scratch) => {
    it('is finished at the next start', async () => {
      const { databaseUrl } = scratch().config;
      const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
      const server = await startServer(env);
      const phone = deviceOf(server.app.server);
      await phone.ask('PUT', '/name', { name: 'Hopper' });
      const taken = await server.create({ player: phone.token, name: 'Hopper' });
      const { client } = server.database;
      const { learnerId } = await client.learnerDevice.findUniqueOrThrow({
        where: { token: digest(phone.token) },
      });
      await client.erasure.create({ data: { learnerId } });
      await server.app.close();
      const next = await startServer({ ...env, DATA_DIR: server.config.dataDir });
      await eventually(async () => {
        const all = await dump(next.database);
        for (const trace of [learnerId, digest(phone.token), 'Hopper'])
          expect(all).not.toContain(trace);
      });
      expect((await next.app.server.inject(`/api/matches/${taken.code}`)).statusCode).toBe(200);
      await next.stop();
    });
  });
});
