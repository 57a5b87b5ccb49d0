/** Studying alone over HTTP, under `/api/study`. The device is known by the token in the Authorization header. */
import {
  Answered,
  AnswerQuestion,
  Bearer,
  BeginSession,
  JoinDevice,
  LearnStep,
  LeaveSession,
  LinkCode,
  LocaleQuery,
  REFUSALS,
  Refusal,
  type RefusalCode,
  RenameLearner,
  refusal,
  SessionReview,
  StudyExport,
  StudyQuery,
  StudySession,
  StudyState,
} from '@ackade/contract';
import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Attempts } from './attempts.ts';
import { rateLimit } from './rate.ts';
import { send } from './send.ts';
import type { StudyDesk } from './study-desk.ts';

/** Sessions that one address may begin: all classes of a school at once, a script not for long. */
const SESSIONS = { burst: 1200, perSecond: 2 };
/** Other things that are kept for one address, among them what makes a learner. */
const CHANGES = { burst: 3000, perSecond: 20 };

/** Each goes through the whole log. */
const ERASURES = { burst: 30, perSecond: 0.1 };

export type StudyApiOptions = {
  readonly study: StudyDesk;
  readonly attempts: Attempts;
  readonly now: () => number;
};

const NoContent = z.null().meta({ description: 'Done.' });

export async function studyApi(
  app: FastifyInstance,
  { study, attempts, now }: StudyApiOptions,
): Promise<void> {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const shared = { tags: ['study'], headers: Bearer };
  const refusals = { '4xx': Refusal, '5xx': Refusal };
  const sessions = rateLimit(SESSIONS.burst, SESSIONS.perSecond, now);
  const changes = rateLimit(CHANGES.burst, CHANGES.perSecond, now);

  const erasures = rateLimit(ERASURES.burst, ERASURES.perSecond, now);
  const erasing = async (ip: string, erase: () => Promise<void>): Promise<RefusalCode | null> => {
    if (!erasures.take(ip)) return 'too-many-requests';
    await erase();
    return null;
  };

  /** Does what changes something, where the address has not changed too much already. */
  const changing = async <T>(
    ip: string,
    change: () => Promise<T | RefusalCode>,
  ): Promise<T | RefusalCode> => (changes.take(ip) ? change() : 'too-many-requests');

  routes.get(
    '',
    {
      schema: {
        ...shared,
        summary: 'What somebody knows, and what would be best to do now',
        querystring: StudyQuery,
        response: { 200: StudyState, ...refusals },
      },
    },
    async ({ headers: { authorization }, query: { offset } }) => study.state(authorization, offset),
  );

  routes.post(
    '/sessions',
    {
      schema: {
        ...shared,
        summary: 'Begin a session of questions',
        description: 'Sent again, it is the same session.',
        querystring: LocaleQuery,
        body: BeginSession,
        response: { 201: StudySession, ...refusals },
      },
    },
    async ({ ip, headers: { authorization }, query: { locale }, body }, reply) =>
      send(
        reply,
        201,
        sessions.take(ip) ? await study.begin(authorization, body, locale) : 'too-many-requests',
      ),
  );

  routes.get(
    '/session',
    {
      schema: {
        ...shared,
        summary: 'The latest session, with what is to be answered now',
        querystring: LocaleQuery,
        response: { 200: StudySession, ...refusals },
      },
    },
    async ({ headers: { authorization }, query: { locale } }, reply) =>
      send(reply, 200, await study.session(authorization, locale)),
  );

  routes.post(
    '/answers',
    {
      schema: {
        ...shared,
        summary: 'Answer a question',
        description:
          'The first answer stands: sent again, or with another one, it is what comes back.',
        querystring: LocaleQuery,
        body: AnswerQuestion,
        response: { 200: Answered, ...refusals },
      },
    },
    async ({ ip, headers: { authorization }, query: { locale }, body }, reply) =>
      send(reply, 200, await changing(ip, () => study.answer(authorization, body, locale))),
  );

  routes.get(
    '/session/review',
    {
      schema: {
        ...shared,
        summary: 'The latest session question by question, as far as it has been answered',
        querystring: LocaleQuery,
        response: { 200: SessionReview, ...refusals },
      },
    },
    async ({ headers: { authorization }, query: { locale } }, reply) =>
      send(reply, 200, await study.review(authorization, locale)),
  );

  routes.post(
    '/leave',
    {
      schema: {
        ...shared,
        summary: 'Do not go on with a session',
        body: LeaveSession,
        response: { 204: NoContent, ...refusals },
      },
    },
    async ({ ip, headers: { authorization }, body }, reply) =>
      end(reply, await changing(ip, () => study.leave(authorization, body.session))),
  );

  routes.post(
    '/steps',
    {
      schema: {
        ...shared,
        summary: 'Keep that a step of the lesson is done',
        body: LearnStep,
        response: { 204: NoContent, ...refusals },
      },
    },
    async ({ ip, headers: { authorization }, body }, reply) =>
      end(reply, await changing(ip, () => study.learn(authorization, body.step))),
  );

  routes.put(
    '/name',
    {
      schema: {
        ...shared,
        summary: 'Keep a name, or none',
        body: RenameLearner,
        response: { 204: NoContent, ...refusals },
      },
    },
    async ({ ip, headers: { authorization }, body }, reply) =>
      end(reply, await changing(ip, () => study.rename(authorization, body.name))),
  );

  routes.post(
    '/codes',
    {
      schema: {
        ...shared,
        summary: 'Get a code with which another device can join',
        description: 'It replaces the last one.',
        response: { 201: LinkCode, ...refusals },
      },
    },
    async ({ ip, headers: { authorization } }, reply) =>
      send(reply, 201, await changing(ip, () => study.offer(authorization))),
  );

  routes.post(
    '/devices',
    {
      schema: {
        ...shared,
        summary: 'Join the learner whose code it is, with what this device has learned',
        body: JoinDevice,
        response: { 204: NoContent, ...refusals },
      },
    },
    async ({ ip, headers: { authorization }, body: { code } }, reply) =>
      end(reply, await attempts.try(ip, code, () => study.join(authorization, code))),
  );

  routes.delete(
    '/device',
    {
      schema: {
        ...shared,
        summary: 'Let this device forget its learner, who stays on the others',
        response: { 204: NoContent, ...refusals },
      },
    },
    async ({ ip, headers: { authorization } }, reply) =>
      end(reply, await changing(ip, () => study.forget(authorization))),
  );

  routes.get(
    '/export',
    {
      schema: {
        ...shared,
        summary: 'All that is kept, as a file',
        response: { 200: StudyExport, ...refusals },
      },
    },
    async ({ ip, headers: { authorization } }, reply) => {
      const kept = await changing(ip, () => study.export(authorization));
      return typeof kept === 'string' ? send(reply, 200, kept) : asFile(reply, kept);
    },
  );

  routes.delete(
    '',
    {
      schema: {
        ...shared,
        summary: 'Erase everything that is kept, with all traces in matches and races',
        description:
          'What was played alone is removed. What others have played too stays theirs, without the name.',
        response: { 204: NoContent, ...refusals },
      },
    },
    async ({ ip, headers: { authorization } }, reply) =>
      end(reply, await erasing(ip, () => study.erase(authorization))),
  );
}

/** Laid out to be read. */
const asFile = (reply: FastifyReply, kept: StudyExport): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', 'attachment; filename="ackade-study.json"')
    .send(Buffer.from(JSON.stringify(kept, null, 2)));

/** Nothing to say, or the refusal. */
const end = (reply: FastifyReply, refused: RefusalCode | null): FastifyReply =>
  refused === null
    ? reply.code(204).send(null)
    : reply.code(REFUSALS[refused][0]).send(refusal(refused));
