/** Question sets from the file to the answer, over HTTP. */
import type { Answered, Imported, Refusal, SetMade, SetSummary, WholeSet } from '@ackade/contract';
import type { QuestionSet } from '@ackade/sets';
import { readGift, readMoodleXml } from '@ackade/sets/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachDatabase } from '../test/databases.ts';
import { type Running, startServer } from '../test/running.ts';
import { deviceOf, refusedWith } from '../test/studying.ts';
import { newToken } from './secrets.ts';

const GIFT = `::First::Which segment opens a connection? {=SYN#Yes. ~FIN#No.}

A FIN takes a sequence number. {T}

The opposite of active is {=passive}.`;

const read = (gift: string): QuestionSet => {
  const reading = readGift(gift);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return { title: 'TCP', language: 'en', questions: reading.questions };
};

describe('question sets', () => {
  onEachDatabase((scratch) => {
    let running: Running;
    beforeAll(async () => {
      const { databaseUrl } = scratch().config;
      running = await startServer(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl });
    });
    afterAll(() => running.stop());

    type Sent = { readonly token?: string; readonly body?: object | string };
    async function ask<T>(method: string, path: string, { token, body }: Sent = {}) {
      const response = await fetch(`${running.url}/api/sets${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined
            ? {}
            : {
                'content-type':
                  typeof body === 'string' ? 'application/octet-stream' : 'application/json',
              }),
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = response.headers.get('content-type')?.includes('json') && text !== '';
      return {
        status: response.status,
        text,
        body: (json ? JSON.parse(text) : null) as T & Refusal,
      };
    }
    const make = async (set = read(GIFT)): Promise<SetMade> => {
      const made = await ask<SetMade>('POST', '', { body: set });
      expect(made.status).toBe(201);
      return made.body;
    };

    test('a file is read and nothing is stored', async () => {
      const { status, body } = await ask<Imported>('POST', '/import', { body: GIFT });
      expect(status).toBe(200);
      expect(body).toEqual({ questions: read(GIFT).questions, notes: [] });
      expect(await running.database.client.questionSet.count()).toBe(0);
    });

    test('a bad file is answered with every line that is wrong', async () => {
      const { status, body } = await ask('POST', '/import', {
        body: 'A {=a ~b}\n\nB {\n\nC {=c ~c}',
      });
      expect(status).toBe(422);
      expect(body.error.code).toBe('bad-file');
      expect(body.error.details).toEqual({
        faults: [
          { line: 3, column: 3, code: 'unclosed-answer', params: {} },
          { line: 5, column: 8, code: 'duplicate', params: {} },
        ],
      });
      expect((await ask('POST', '/import', { body: {} })).status).toBe(400);
      expect((await ask('POST', '/import?format=word', { body: GIFT })).status).toBe(400);
      expect((await ask('POST', '/import', { body: ' '.repeat(2 ** 20 + 1) })).status).toBe(413);
    });

    test('a set is made, read, changed and removed by its owner, and by nobody else', async () => {
      const { code, token } = await make();
      const whole = await ask<WholeSet>('GET', `/${code.toLowerCase()}/whole`, { token });
      expect(whole.body).toMatchObject({ set: read(GIFT), version: 1 });

      const set = read('Only this? {T}');
      const body = { set, version: 1 };
      for (const wrong of [newToken(), undefined]) {
        const sent = wrong === undefined ? {} : { token: wrong };
        const expected = wrong === undefined ? 400 : 403;
        expect((await ask('GET', `/${code}/whole`, sent)).status).toBe(expected);
        expect((await ask('GET', `/${code}/export?format=json`, sent)).status).toBe(expected);
        expect((await ask('PUT', `/${code}`, { ...sent, body })).status).toBe(expected);
        expect((await ask('DELETE', `/${code}`, sent)).status).toBe(expected);
      }
      expect((await ask('PUT', `/${code}`, { token, body })).body).toEqual({ version: 2 });
      const late = await ask('PUT', `/${code}`, { token, body });
      expect(late.body.error.code).toBe('set-changed');
      expect((await ask<WholeSet>('GET', `/${code}/whole`, { token })).body.set).toEqual(set);

      expect((await ask('DELETE', `/${code}`, { token })).status).toBe(204);
      expect((await ask('GET', `/${code}`)).body.error.code).toBe('unknown-set');
    });

    test('of two changes at once one is lost and says so', async () => {
      const { code, token } = await make();
      const body = { set: read('Only this? {T}'), version: 1 };
      const put = () => ask('PUT', `/${code}`, { token, body });
      const statuses = (await Promise.all([put(), put(), put()])).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual([200, 409, 409]);
    });

    test('everybody is told what a set is, and not what is in it', async () => {
      const { code } = await make();
      const { body, text } = await ask<SetSummary>('GET', `/${code}`);
      expect(body).toEqual({ code, title: 'TCP', language: 'en', count: 3 });
      expect(text).not.toContain('SYN');
    });

    test('a set that cannot be asked is refused, field by field', async () => {
      const set = { ...read('A {=a ~b}'), title: ' ' };
      const { status, body } = await ask('POST', '', { body: set });
      expect(status).toBe(422);
      expect(body.error.details).toEqual({
        problems: [{ path: 'title', code: 'empty', params: {} }],
      });
      expect((await ask('POST', '', { body: { ...set, extra: 1 } })).status).toBe(400);
    });

    test('it is written out as it was read in', async () => {
      const { code, token } = await make();
      const { questions } = read(GIFT);
      const gift = await ask('GET', `/${code}/export?format=gift`, { token });
      expect(readGift(gift.text)).toMatchObject({ questions });
      const moodle = await ask('GET', `/${code}/export?format=moodle`, { token });
      expect(readMoodleXml(moodle.text)).toMatchObject({ questions });
      const json = await ask('GET', `/${code}/export?format=json`, { token });
      expect(json.body).toEqual(read(GIFT));
    });

    test('one studies with it, and goes on with it as it was', async () => {
      const { code, token } = await make();
      const device = deviceOf(running.app.server);
      const begun = await device.begin({ set: code, count: 5 });
      expect(begun.status).toBe(201);
      expect(begun.body.count).toBe(3);
      expect(begun.text).not.toMatch(/weight|feedback|Yes\./);

      const body = { set: read('Only this? {T}'), version: 1 };
      expect((await ask('PUT', `/${code}`, { token, body })).status).toBe(200);
      expect((await ask('DELETE', `/${code}`, { token })).status).toBe(204);

      let session = begun.body;
      const kinds: string[] = [];
      while (session.next) {
        const { form, choices, kind } = session.next;
        kinds.push(`${kind} ${form}`);
        const right = Math.max(choices.indexOf('SYN'), choices.indexOf('True'));
        const { status, body } = await device.answer(
          session,
          form === 'text' ? { form, text: 'Passive' } : { form: 'one', choice: right },
        );
        expect(status).toBe(200);
        expect(body.revealed.right).toBe(true);
        if (choices.includes('SYN')) expect(body.revealed.explanation).toBe('Yes.');
        ({ session } = body as Answered);
      }
      expect(kinds.toSorted()).toEqual(['own one', 'own one', 'own text']);
      expect(session.answers).toEqual([true, true, true]);
    });

    test('an answer that does not fit is none', async () => {
      const { code } = await make(read('Which? {=a ~b}'));
      const device = deviceOf(running.app.server);
      const { body } = await device.begin({ set: code });
      for (const response of [
        { form: 'one', choice: 2 },
        { form: 'many', choices: [0] },
        { form: 'order', order: [0, 1] },
        { form: 'text', text: 'a' },
      ] as const)
        expect((await device.answer(body, response)).status).toBe(400);
      expect((await device.answer(body)).status).toBe(200);
    });

    test('it is mixed with questions that the game makes', async () => {
      const { code } = await make();
      const device = deviceOf(running.app.server);
      const { body } = await device.begin({ set: code, count: 6, mix: 50 });
      expect(body.count).toBe(6);
      const { id } = await running.database.client.questionSet.findUniqueOrThrow({
        where: { code },
      });
      const rows = await running.database.client.log.findMany();
      const began = rows.map(({ events }) => events).find((e) => e.includes(`own:${id}`)) ?? '';
      expect(began.match(/"kind":"own"/g)).toHaveLength(3);
    });

    test('there is no session with a set that is not there', async () => {
      const device = deviceOf(running.app.server);
      expect(refusedWith(await device.begin({ set: 'ZZZZZZZ' }))).toBe('unknown-set');
    });
  });
});
