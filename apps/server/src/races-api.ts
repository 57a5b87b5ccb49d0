/** Races over HTTP, under `/api/races`. */
import type { IncomingHttpHeaders } from 'node:http';
import {
  CreateRace,
  JoinRace,
  RaceJoined,
  RaceMade,
  RaceParams,
  RaceResults,
  RaceSummary,
  REFUSALS,
  Refusal,
  refusal,
} from '@ackade/contract';
import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Attempts } from './attempts.ts';
import { CLASS_LIST_LIMIT } from './guard.ts';
import type { RaceDesk } from './race-desk.ts';
import { rateLimit } from './rate.ts';
import { send } from './send.ts';
import type { StaffDesk } from './staff-desk.ts';

/** How many may be made from one address: all classes of a school at once, a script not for long. */
const RACES = { burst: 100, perSecond: 0.2 };
/** How many may join from one address: the longest class list twice over at once, a script not for long. */
const JOINS = { burst: 1200, perSecond: 2 };

export type RacesApiOptions = {
  readonly desk: Pick<RaceDesk, 'create' | 'summary' | 'join' | 'results'>;
  readonly staff: Pick<StaffDesk, 'session'>;
  readonly attempts: Attempts;
  readonly now: () => number;
};

export async function racesApi(
  app: FastifyInstance,
  { desk, staff, attempts, now }: RacesApiOptions,
): Promise<void> {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const refusals = { '4xx': Refusal, '5xx': Refusal };
  const made = rateLimit(RACES.burst, RACES.perSecond, now);
  const owner = async (headers: IncomingHttpHeaders): Promise<string | null> => {
    const signed = await staff.session(headers);
    return typeof signed === 'string' ? null : signed.value.staff.id;
  };
  const joins = rateLimit(JOINS.burst, JOINS.perSecond, now);

  routes.post(
    '',
    {
      bodyLimit: CLASS_LIST_LIMIT,
      schema: {
        summary: 'Make a race',
        tags: ['races'],
        body: CreateRace,
        response: { 201: RaceMade, ...refusals },
      },
    },
    async ({ ip, body, headers }, reply) =>
      send(
        reply,
        201,
        made.take(ip) ? await desk.create(body, await owner(headers)) : 'too-many-requests',
      ),
  );

  routes.get(
    '/:race',
    {
      schema: {
        summary: 'What a race is, for those who think of joining',
        tags: ['races'],
        params: RaceParams,
        response: { 200: RaceSummary, ...refusals },
      },
    },
    async ({ ip, params: { race } }, reply) =>
      send(reply, 200, await attempts.try(ip, race, () => desk.summary(race))),
  );

  routes.post(
    '/:race/players',
    {
      schema: {
        summary: 'Join a race',
        description:
          'Sent again, the same request gets the same answer. Where the name is taken, `details.suggestion` is one like it that is free.',
        tags: ['races'],
        params: RaceParams,
        body: JoinRace,
        response: { 201: RaceJoined, ...refusals },
      },
    },
    async ({ ip, params: { race }, body }, reply) => {
      if (!joins.take(ip)) return send(reply, 201, 'too-many-requests');
      const joined = await attempts.try(ip, race, () => desk.join(race, body));
      if (typeof joined === 'string' || 'token' in joined) return send(reply, 201, joined);
      const { code, ...details } = joined;
      return reply.code(REFUSALS[code][0]).send(refusal(code, details));
    },
  );

  routes.get(
    '/:race/results',
    {
      schema: {
        summary:
          'Every round that is over, for the host whose token is in the Authorization header',
        tags: ['races'],
        params: RaceParams,
        headers: z.object({ authorization: z.string().max(128) }),
        response: { 200: RaceResults, ...refusals },
      },
    },
    async ({ ip, params: { race }, headers }, reply) => {
      const token = headers.authorization.replace(/^Bearer /, '');
      return send(reply, 200, await attempts.try(ip, race, () => desk.results(race, token)));
    },
  );
}
