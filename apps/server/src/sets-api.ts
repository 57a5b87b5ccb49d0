/** Question sets over HTTP, under `/api/sets`. */
import {
  ExportQuery,
  Imported,
  ImportQuery,
  QuestionSet,
  REFUSALS,
  Refusal,
  type RefusalCode,
  ReplaceSet,
  refusal,
  SetMade,
  SetOwner,
  SetParams,
  SetReplaced,
  SetSummary,
  WholeSet,
} from '@ackade/contract';
import { LARGEST_FILE, readFile, writeGift, writeMoodleXml } from '@ackade/sets/files';
import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Attempts } from './attempts.ts';
import { rateLimit } from './rate.ts';
import { send } from './send.ts';
import type { BadSet, SetsDesk } from './sets-desk.ts';

/** Octets of JSON: the longest set that anybody writes, and a little more. */
const LARGEST_SET = 2 * 1024 * 1024;
/** How many may be made, changed or read from files for one address: all instructors of a school at once. */
const WRITES = { burst: 100, perSecond: 0.5 };

export type SetsApiOptions = {
  readonly sets: SetsDesk;
  readonly attempts: Attempts;
  readonly now: () => number;
};

const Octets = z.custom<Uint8Array>().meta({ type: 'string', format: 'binary' });

export async function setsApi(
  app: FastifyInstance,
  { sets, attempts, now }: SetsApiOptions,
): Promise<void> {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const refusals = { '4xx': Refusal, '5xx': Refusal };
  const tags = ['sets'];
  const writes = rateLimit(WRITES.burst, WRITES.perSecond, now);
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) =>
    done(null, body),
  );

  routes.post(
    '',
    {
      bodyLimit: LARGEST_SET,
      schema: {
        summary: 'Make a question set',
        description:
          'Of a set that is refused, `details.problems` are what is wrong, each with the path of its field.',
        tags,
        body: QuestionSet,
        response: { 201: SetMade, ...refusals },
      },
    },
    async ({ ip, body }, reply) =>
      sendSet(reply, 201, writes.take(ip) ? await sets.make(body) : 'too-many-requests'),
  );

  routes.post(
    '/import',
    {
      bodyLimit: LARGEST_FILE,
      schema: {
        summary: 'Read the questions of a file: GIFT, Moodle XML or a spreadsheet of Kahoot',
        description:
          'Nothing is stored. Of a file that is refused, `details.faults` are what is wrong, each with its line.',
        tags,
        consumes: ['application/octet-stream'],
        querystring: ImportQuery,
        body: Octets,
        response: { 200: Imported, ...refusals },
      },
    },
    async ({ ip, body, query: { format } }, reply) => {
      if (!(body instanceof Uint8Array)) return send(reply, 200, 'bad-request');
      if (!writes.take(ip)) return send(reply, 200, 'too-many-requests');
      const reading = readFile(body, format ?? null);
      if (reading.ok) return { questions: reading.questions, notes: reading.notes };
      return reply
        .code(REFUSALS['bad-file'][0])
        .send(refusal('bad-file', { faults: reading.faults }));
    },
  );

  routes.get(
    '/:set',
    {
      schema: {
        summary: 'What a question set is, for those who study with it',
        tags,
        params: SetParams,
        response: { 200: SetSummary, ...refusals },
      },
    },
    async ({ ip, params: { set } }, reply) =>
      send(reply, 200, await attempts.try(ip, set, () => sets.summary(set))),
  );

  routes.get(
    '/:set/whole',
    {
      schema: {
        summary: 'A question set with its answers, for its owner',
        tags,
        params: SetParams,
        headers: SetOwner,
        response: { 200: WholeSet, ...refusals },
      },
    },
    async ({ ip, params: { set }, headers: { authorization } }, reply) =>
      send(reply, 200, await attempts.try(ip, set, () => sets.whole(set, authorization))),
  );

  routes.get(
    '/:set/export',
    {
      schema: {
        summary: 'A question set as a file, for its owner',
        tags,
        produces: Object.values(TYPES),
        params: SetParams,
        headers: SetOwner,
        querystring: ExportQuery,
        response: { 200: z.string(), ...refusals },
      },
    },
    async ({ ip, params: { set: code }, headers: { authorization }, query: { format } }, reply) => {
      const whole = await attempts.try(ip, code, () => sets.whole(code, authorization));
      if (typeof whole === 'string') return send(reply, 200, whole);
      return reply
        .type(TYPES[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="ackade-${code}.${ENDINGS[format]}"`)
        .serializer((text: string) => text)
        .send(WRITERS[format](whole.set));
    },
  );

  routes.put(
    '/:set',
    {
      bodyLimit: LARGEST_SET,
      schema: {
        summary: 'Replace a question set, for its owner',
        tags,
        params: SetParams,
        headers: SetOwner,
        body: ReplaceSet,
        response: { 200: SetReplaced, ...refusals },
      },
    },
    async ({ ip, params: { set }, headers: { authorization }, body }, reply) =>
      sendSet(
        reply,
        200,
        writes.take(ip)
          ? await attempts.try(ip, set, () => sets.replace(set, authorization, body))
          : 'too-many-requests',
      ),
  );

  routes.delete(
    '/:set',
    {
      schema: {
        summary: 'Remove a question set, for its owner',
        description: 'Sessions that have begun go on with it for a while.',
        tags,
        params: SetParams,
        headers: SetOwner,
        response: { 204: z.null().meta({ description: 'Done.' }), ...refusals },
      },
    },
    async ({ ip, params: { set }, headers: { authorization } }, reply) => {
      const refused = await attempts.try(ip, set, () => sets.remove(set, authorization));
      return refused === null ? reply.code(204).send(null) : send(reply, 204, refused);
    },
  );
}

const TYPES = {
  gift: 'text/plain; charset=utf-8',
  moodle: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
const ENDINGS = { gift: 'gift.txt', moodle: 'xml', json: 'json' } as const;
const WRITERS: Readonly<Record<keyof typeof TYPES, (set: WholeSet['set']) => string>> = {
  gift: ({ questions }) => writeGift(questions),
  moodle: ({ questions }) => writeMoodleXml(questions),
  json: (set) => JSON.stringify(set, null, 2),
};

/** Sends the value, or what is wrong with the set. */
function sendSet<T extends object>(
  reply: FastifyReply,
  status: number,
  value: T | BadSet | RefusalCode,
): FastifyReply {
  if (typeof value === 'string' || !('problems' in value)) return send(reply, status, value);
  return reply.code(REFUSALS['bad-set'][0]).send(refusal('bad-set', { problems: value.problems }));
}
