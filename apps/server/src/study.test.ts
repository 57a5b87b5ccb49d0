import type {
  Answered,
  LinkCode,
  Posed,
  SessionReview,
  StudySession,
  StudyState,
} from '@ackade/contract';
import { DAY, type Response, SKILLS } from '@ackade/game';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test/databases.ts';
import {
  type Device,
  dump,
  guess,
  openStudy,
  POSED,
  refusedWith,
  type StudyServer,
  toldOf,
} from '../test/studying.ts';
import { openLearnersTable } from './learners-table.ts';
import { digest } from './secrets.ts';

onEachDatabase((scratch) => {
  let server: StudyServer;
  beforeAll(async () => {
    server = await openStudy(scratch());
  });
  afterAll(() => server.close());

  const state = async (device: Device, offset = 0): Promise<StudyState> =>
    (await device.ask<StudyState>('GET', `?offset=${offset}`)).body;
  const session = async (device: Device): Promise<StudySession> =>
    (await device.ask<StudySession>('GET', '/session?locale=en')).body;

  /** A device that has begun a session. */
  async function begun(count = 5): Promise<readonly [Device, StudySession]> {
    const device = server.device();
    const { status, body } = await device.begin({ count });
    expect(status).toBe(201);
    return [device, body];
  }

  /** Begins a session, and answers something until it is over. */
  async function sit(device: Device, count = 5): Promise<readonly Answered[]> {
    let { body: open } = await device.begin({ count });
    const answers: Answered[] = [];
    while (open.next) {
      const { body } = await device.answer(open);
      answers.push(body);
      open = body.session;
    }
    return answers;
  }

  describe('looking', () => {
    it('keeps nothing', async () => {
      const before = await dump(server.database);
      const device = server.device();
      const shown = await state(device);
      expect(shown).toMatchObject({ devices: 0, next: 'start', session: null, name: null });
      expect(shown.skills.map(({ skill, level }) => [skill, level])).toEqual(
        SKILLS.map((skill) => [skill, 'new']),
      );
      expect(shown.daily).toHaveLength(3);
      expect(refusedWith(await device.ask('GET', '/session?locale=en'))).toBe('unknown-learner');
      expect(refusedWith(await device.ask('GET', '/export'))).toBe('unknown-learner');
      expect(await dump(server.database)).toBe(before);
    });

    it.each(['', '?offset=', '?offset=841', '?offset=-841', '?offset=1.5', '?offset=east'])(
      'wants an offset that there is, not "%s"',
      async (query) => {
        expect(refusedWith(await server.device().ask('GET', query))).toBe('bad-request');
      },
    );

    it('wants a token that could be one', async () => {
      expect(refusedWith(await server.device('short').ask('GET', '?offset=0'))).toBe('bad-request');
    });
  });

  describe('a session', () => {
    it('never tells an answer before it is given', async () => {
      const [device, first] = await begun(20);
      for (let open = first; open.next; ) {
        const { next } = open;
        expect(toldOf(next)).toEqual(POSED);
        const shown = JSON.stringify(open);
        const { body } = await device.answer(open);
        const { explanation, position } = body.revealed;
        expect(position).toBe(next.position);
        // A statement that holds is its own explanation.
        if (next.kind !== 'statement')
          expect(shown).not.toContain(JSON.stringify(explanation).slice(1, -1));
        open = body.session;
      }
      expect((await session(device)).over).toBe(true);
    });

    it('names neither the question nor what its choices betray', async () => {
      const [device, first] = await begun();
      const texts = [
        JSON.stringify(first),
        (await device.ask('GET', '/session?locale=zh-CN')).text,
      ];
      const id =
        /"(next-segment|control-bits|numbers|state-|peer-|wrong-|order|time-wait|statement|capture)[a-z-]*:/;
      for (const text of texts) {
        expect(text).not.toMatch(id);
        expect(text).not.toMatch(/"(answer|misconception|basis|variant|difficulty|rule|row)"/);
      }
    });

    it('is the same when it is begun again, on any day, and no other while it is open', async () => {
      const [device, first] = await begun();
      const again = await device.begin({ id: first.id, count: 9, skills: ['loss'] });
      expect(again).toMatchObject({ status: 201, body: first });
      expect(refusedWith(await device.begin())).toBe('session-open');
      expect(await session(device)).toEqual(first);
    });

    it('is in the language that is asked for', async () => {
      const [device, first] = await begun();
      const { body } = await device.ask<StudySession>('GET', '/session?locale=zh-CN');
      expect(body.next?.prompt).toMatch(/\p{Script=Han}/u);
      expect(first.next?.prompt).not.toMatch(/\p{Script=Han}/u);
      expect(body.next?.figure).toEqual(first.next?.figure);
    });

    it('asks only about what was wished for', async () => {
      const device = server.device();
      const { body } = await device.begin({ skills: ['window'] });
      for (let open = body; open.next; ) {
        expect(open.next.skill).toBe('window');
        open = (await device.answer(open)).body.session;
      }
    });

    it.each([{ count: 4 }, { count: 21 }, { offset: 900 }, { id: 'x' }, { skills: ['juggling'] }])(
      'is not begun with %j',
      async (more) => {
        const before = await dump(server.database);
        expect(refusedWith(await server.device().begin(more as object))).toBe('bad-request');
        expect(await dump(server.database)).toBe(before);
      },
    );

    it('can be left; what was answered counts', async () => {
      const [device, first] = await begun();
      await device.answer(first);
      expect((await device.ask('POST', '/leave', { session: first.id })).status).toBe(204);
      expect(await session(device)).toMatchObject({
        over: true,
        next: null,
        answers: [expect.any(Boolean)],
      });
      expect(refusedWith(await device.answer({ ...first, answers: [true] }))).toBe('not-now');
      expect((await state(device)).skills.some(({ practisedAt }) => practisedAt !== null)).toBe(
        true,
      );
      expect((await device.begin()).status).toBe(201);
    });

    it('makes a day once it is over', async () => {
      const device = server.device();
      await sit(device);
      expect((await state(device)).streak).toEqual({ length: 1, longest: 1, today: true });
      expect((await state(device)).session).toMatchObject({ count: 5, answered: 5, over: true });
    });
  });

  describe('an answer', () => {
    const other = (posed: Posed, given: Response): Response =>
      given.form === 'one'
        ? { form: 'one', choice: (given.choice + 1) % posed.choices.length }
        : { form: 'order', order: [...posed.choices.keys()].reverse() };

    it('stands as it was first given', async () => {
      const [device, first] = await begun();
      const given = guess(first.next);
      const once = await device.answer(first, given);
      const before = await dump(server.database);
      const twice = await device.answer(first, other(first.next as Posed, given));
      expect(twice.body).toEqual(once.body);
      expect(once.body.revealed.response).toEqual(given);
      expect(await dump(server.database)).toBe(before);
    });

    it('is judged as its solution says', async () => {
      const device = server.device();
      for (const { revealed } of await sit(device, 20))
        expect(revealed.right).toBe(
          JSON.stringify(revealed.response) === JSON.stringify(revealed.solution),
        );
    });

    it.each<[string, (posed: Posed) => Response]>([
      ['of another form', () => ({ form: 'text', text: 'SYN' })],
      [
        'beyond the choices',
        (p) =>
          p.form === 'one'
            ? { form: 'one', choice: p.choices.length }
            : { form: 'order', order: [0] },
      ],
      ['with a choice twice', (p) => ({ form: 'order', order: p.choices.map(() => 0) })],
    ])('%s changes nothing', async (_, make) => {
      const [device, first] = await begun();
      const before = await dump(server.database);
      expect(refusedWith(await device.answer(first, make(first.next as Posed)))).toBe(
        'bad-request',
      );
      expect(await dump(server.database)).toBe(before);
      expect(await session(device)).toEqual(first);
    });

    it('to what is not asked yet is refused', async () => {
      const [device, first] = await begun();
      expect(
        refusedWith(await device.answer({ ...first, answers: [true] }, { form: 'one', choice: 0 })),
      ).toBe('not-now');
      expect(refusedWith(await device.answer({ ...first, id: 'another' }))).toBe('not-now');
    });

    it('is there to be looked at, and what is unanswered is not', async () => {
      const [device, first] = await begun();
      const answered = await device.answer(first);
      const { body, text } = await device.ask<SessionReview>('GET', '/session/review?locale=en');
      expect(body.questions).toEqual([{ posed: first.next, revealed: answered.body.revealed }]);
      const next = answered.body.session.next as Posed;
      expect(text).not.toContain(JSON.stringify(next.prompt));
    });

    it('makes an item easier or harder for everybody', async () => {
      const [device, first] = await begun();
      const items = await server.database.client.item.count();
      await device.answer(first);
      await expect.poll(() => server.database.client.item.count()).toBeGreaterThanOrEqual(items);
      const sum = await server.database.client.item.aggregate({ _sum: { answers: true } });
      expect(sum._sum.answers).toBeGreaterThan(0);
    });
  });

  it('what was wrong comes back the next day', async () => {
    const device = server.device();
    await sit(device, 10);
    server.clock.now += DAY;
    const due = (await state(device)).skills.reduce((sum, skill) => sum + skill.due, 0);
    expect(due).toBeGreaterThan(0);
    expect((await state(device)).next).toBe('review');
    await sit(device, 20);
    const after = (await state(device)).skills.reduce((sum, skill) => sum + skill.due, 0);
    expect(after).toBe(0);
  });

  describe('what is kept', () => {
    it('are a name and the steps of the lesson', async () => {
      const device = server.device();
      expect((await device.ask('POST', '/steps', { step: 'syn' })).status).toBe(204);
      expect((await device.ask('PUT', '/name', { name: '  Ada ' })).status).toBe(204);
      expect(await state(device)).toMatchObject({ name: 'Ada', learned: ['syn'], devices: 1 });
      expect(refusedWith(await device.ask('PUT', '/name', { name: ' ' }))).toBe('name-empty');
      expect((await device.ask('PUT', '/name', { name: null })).status).toBe(204);
      expect((await state(device)).name).toBeNull();
    });

    it('belongs to one learner, though everything is asked for at once', async () => {
      const device = server.device();
      const steps = Array.from({ length: 8 }, (_, n) => `step-${n}`);
      const replies = await Promise.all(
        steps.map((step) => device.ask('POST', '/steps', { step })),
      );
      expect(replies.map(({ status }) => status)).toEqual(steps.map(() => 204));
      expect((await state(device)).learned.toSorted()).toEqual(steps);
    });

    it('is a file that one can read', async () => {
      const device = server.device();
      await sit(device);
      await device.ask('PUT', '/name', { name: 'Grace' });
      const { status, text, body } = await device.ask<{ history: { type: string }[] }>(
        'GET',
        '/export',
      );
      expect(status).toBe(200);
      expect(text).toContain('\n  "name": "Grace"');
      expect(body).toMatchObject({ schema: 'ackade-learner-1', devices: 1, streak: { length: 1 } });
      expect(body.history.map(({ type }) => type)).toEqual([
        'created',
        'began',
        ...Array(5).fill('answered'),
        'renamed',
      ]);
      expect(text).not.toContain(device.token);
      expect(text).not.toContain(digest(device.token));
    });
  });

  describe('a code', () => {
    const offer = async (device: Device): Promise<LinkCode> =>
      (await device.ask<LinkCode>('POST', '/codes')).body;
    const join = (device: Device, code: string) => device.ask('POST', '/devices', { code });

    it('lets one device join, once', async () => {
      const [phone, tablet, stranger] = [server.device(), server.device(), server.device()];
      await phone.ask('POST', '/steps', { step: 'syn' });
      const { code, expiresAt } = await offer(phone);
      expect(expiresAt).toBeGreaterThan(server.clock.now);
      expect((await join(tablet, code.toLowerCase())).status).toBe(204);
      expect(await state(tablet)).toMatchObject({ learned: ['syn'], devices: 2 });
      expect(refusedWith(await join(stranger, code))).toBe('unknown-link');
      expect((await state(stranger)).devices).toBe(0);
    });

    it('is one device’s, however many try it at once', async () => {
      const phone = server.device();
      const { code } = await offer(phone);
      const tried = await Promise.all([1, 2, 3, 4].map(() => join(server.device(), code)));
      expect(tried.filter(({ status }) => status === 204)).toHaveLength(1);
      const table = openLearnersTable(server.database);
      await table.offer({ code: 'c', learnerId: 'l', expiresAt: Number.MAX_SAFE_INTEGER }, 0);
      const redeemed = await Promise.all([1, 2, 3, 4].map(() => table.redeem('c')));
      expect(redeemed.filter(Boolean)).toHaveLength(1);
      expect((await state(phone)).devices).toBe(2);
    });

    it('holds for ten minutes, and until the next one', async () => {
      const phone = server.device();
      const first = await offer(phone);
      const second = await offer(phone);
      expect(refusedWith(await join(server.device(), first.code))).toBe('unknown-link');
      server.clock.now = second.expiresAt;
      expect(refusedWith(await join(server.device(), second.code))).toBe('unknown-link');
    });

    it('is kept as a digest', async () => {
      const { code } = await offer(server.device());
      const all = await dump(server.database);
      expect(all).not.toContain(code);
      expect(all).toContain(digest(code));
    });

    it('brings along what the device had learned, and leaves nothing behind', async () => {
      const [phone, tablet] = [server.device(), server.device()];
      await sit(phone);
      await sit(tablet);
      await tablet.ask('POST', '/steps', { step: 'ack' });
      const practised = (s: StudyState): string[] =>
        s.skills.flatMap(({ skill, practisedAt }) => (practisedAt === null ? [] : skill));
      const both = new Set([...practised(await state(phone)), ...practised(await state(tablet))]);
      const left = await server.database.client.learnerDevice.findUniqueOrThrow({
        where: { token: digest(tablet.token) },
      });
      expect((await join(tablet, (await offer(phone)).code)).status).toBe(204);
      const after = await state(tablet);
      expect(after).toMatchObject({ learned: ['ack'], devices: 2, streak: { length: 1 } });
      expect(new Set(practised(after))).toEqual(both);
      expect(await state(phone)).toEqual(after);
      expect(await dump(server.database)).not.toContain(left.learnerId);
    });

    it('leaves nobody behind whose last two devices join others at once', async () => {
      const [phone, tablet] = [server.device(), server.device()];
      await phone.ask('POST', '/steps', { step: 'syn' });
      expect((await join(tablet, (await offer(phone)).code)).status).toBe(204);
      const { learnerId } = await server.database.client.learnerDevice.findUniqueOrThrow({
        where: { token: digest(phone.token) },
      });
      const codes = [(await offer(server.device())).code, (await offer(server.device())).code];
      const joined = await Promise.all(
        [phone, tablet].map((device, n) => join(device, codes[n] ?? '')),
      );
      expect(joined.map(({ status }) => status)).toEqual([204, 204]);
      expect(await dump(server.database)).not.toContain(learnerId);
    });

    it('loses nothing that the device is told to keep meanwhile', async () => {
      const [phone, tablet] = [server.device(), server.device()];
      await tablet.ask('POST', '/steps', { step: 'first' });
      const { code } = await offer(phone);
      const steps = Array.from({ length: 12 }, (_, n) => `step-${n}`);
      const [joined, ...kept] = await Promise.all([
        join(tablet, code),
        ...steps.map((step) => tablet.ask('POST', '/steps', { step })),
      ]);
      expect(joined?.status).toBe(204);
      const acknowledged = steps.filter((_, n) => kept[n]?.status === 204);
      expect(acknowledged.length).toBeGreaterThan(0);
      expect((await state(phone)).learned).toEqual(
        expect.arrayContaining(['first', ...acknowledged]),
      );
      expect(await server.database.client.erasure.count()).toBe(0);
    });

    it('leaves alone who studies on another device still', async () => {
      const [phone, tablet, friend] = [server.device(), server.device(), server.device()];
      await phone.ask('POST', '/steps', { step: 'syn' });
      await join(tablet, (await offer(phone)).code);
      await join(tablet, (await offer(friend)).code);
      expect(await state(phone)).toMatchObject({ learned: ['syn'], devices: 1 });
      expect(await state(friend)).toMatchObject({ learned: ['syn'], devices: 2 });
    });

    it('lets ten devices be one learner’s, and each but the last forget', async () => {
      const phone = server.device();
      const others = Array.from({ length: 10 }, () => server.device());
      const statuses: number[] = [];
      for (const other of others)
        statuses.push((await join(other, (await offer(phone)).code)).status);
      expect(statuses).toEqual([...Array(9).fill(204), 409]);
      for (const other of others) expect((await other.ask('DELETE', '/device')).status).toBe(204);
      expect(refusedWith(await phone.ask('DELETE', '/device'))).toBe('last-device');
      expect((await state(others[0] as Device)).devices).toBe(0);
    });

    it('cannot be guessed', async () => {
      const own = await openStudy(scratch());
      const statuses = new Set<number>();
      const letters = 'ABCDEFGHJK';
      for (let n = 0; n < 120; n++) {
        const code = `ZZZZZ${letters[n % 10]}${letters[Math.floor(n / 10) % 10]}${letters[Math.floor(n / 100)]}`;
        statuses.add((await own.device().ask('POST', '/devices', { code })).status);
      }
      expect(statuses).toEqual(new Set([404, 429]));
      await own.close();
    });
  });

  it('a learner is there as soon as anything is asked for, though a crash has come before he was made', async () => {
    const device = server.device();
    await server.database.client.learnerDevice.create({
      data: { token: digest(device.token), learnerId: 'interrupted' },
    });
    expect((await state(device)).devices).toBe(0);
    expect((await device.ask('POST', '/steps', { step: 'syn' })).status).toBe(204);
    expect(await state(device)).toMatchObject({ learned: ['syn'], devices: 1 });
    expect(await server.database.client.log.count({ where: { stream: 'interrupted' } })).toBe(2);
  });

  it('is described, with all that can come of it', async () => {
    const { paths } = await server.described();
    const routes = Object.entries(paths)
      .filter(([path]) => path.startsWith('/api/study'))
      .flatMap(([path, of]) =>
        Object.keys(of).map((method) => `${method} ${path.slice('/api'.length)}`),
      );
    expect(routes.toSorted()).toEqual([
      'delete /study',
      'delete /study/device',
      'get /study',
      'get /study/export',
      'get /study/session',
      'get /study/session/review',
      'post /study/answers',
      'post /study/codes',
      'post /study/devices',
      'post /study/leave',
      'post /study/sessions',
      'post /study/steps',
      'put /study/name',
    ]);
  });

  it('everything is there after a restart', async () => {
    const [device, first] = await begun();
    await device.answer(first);
    const before = await session(device);
    const next = await openStudy(scratch(), server.clock);
    const again = next.device(device.token);
    expect((await again.ask('GET', '/session?locale=en')).body).toEqual(before);
    await next.close();
  });
});
