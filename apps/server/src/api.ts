/** The HTTP API under `/api`, described at `/docs`. */
import {
  CodeParams,
  CreateMatch,
  MatchSummary,
  PlayerToken,
  RecentMatches,
  Refusal,
  SeatTaken,
  TakeSeat,
  Where,
} from '@ackade/contract';
import rateLimit from '@fastify/rate-limit';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from '@fastify/type-provider-zod';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Lobby } from './lobby.ts';
import type { Matches } from './matches.ts';
import type { MatchesTable, MatchResult } from './matches-table.ts';
import { type RacesApiOptions, racesApi } from './races-api.ts';
import { replays } from './replays.ts';
import { digest } from './secrets.ts';
import { send } from './send.ts';
import { type SetsApiOptions, setsApi } from './sets-api.ts';
import { type StaffApiOptions, staffApi } from './staff-api.ts';
import { type StudyApiOptions, studyApi } from './study-api.ts';
import { time } from './time.ts';

/** A school shares one address: 300 may join within seconds, with a few requests each. */
const PER_ADDRESS = { max: 3000, timeWindow: '1 minute' } as const;
const RECENT = 10;

export type ApiOptions = RacesApiOptions &
  StudyApiOptions &
  SetsApiOptions &
  StaffApiOptions & {
    readonly lobby: Lobby;
    readonly matches: Matches;
    readonly table: MatchesTable;
    /** Base URLs under which others reach this server. */
    readonly urls: () => readonly string[];
  };

export async function api(
  app: FastifyInstance,
  { lobby, matches, table, urls, desk, study, sets, staff, attempts, now }: ApiOptions,
): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(rateLimit, PER_ADDRESS);
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const refusals = { '4xx': Refusal, '5xx': Refusal };

  routes.post(
    '/matches',
    {
      schema: {
        summary: 'Make a match and take a seat in it',
        tags: ['matches'],
        body: CreateMatch,
        response: { 201: SeatTaken, ...refusals },
      },
    },
    async (request, reply) => send(reply, 201, await lobby.create(request.body)),
  );

  routes.get(
    '/matches/recent',
    {
      schema: {
        summary: 'The latest matches of the player whose token is in the Authorization header',
        tags: ['matches'],
        headers: z.object({ authorization: z.string().max(128) }),
        response: { 200: RecentMatches, ...refusals },
      },
    },
    async (request, reply) => {
      const token = PlayerToken.safeParse(request.headers.authorization.replace(/^Bearer /, ''));
      if (!token.success) return send(reply, 200, 'bad-request');
      const player = digest(token.data);
      const results = await table.recent(player, RECENT);
      return { matches: results.map((r) => recentOf(r, player)) };
    },
  );

  routes.get(
    '/matches/:code',
    {
      schema: {
        summary: 'What a match is, for those who think of joining',
        tags: ['matches'],
        params: CodeParams,
        response: { 200: MatchSummary, ...refusals },
      },
    },
    async (request, reply) => send(reply, 200, await lobby.summary(request.params.code)),
  );

  routes.post(
    '/matches/:code/seats',
    {
      schema: {
        summary: 'Take the free seat of a match',
        tags: ['matches'],
        params: CodeParams,
        body: TakeSeat,
        response: { 201: SeatTaken, ...refusals },
      },
    },
    async (request, reply) =>
      send(reply, 201, await lobby.takeSeat(request.params.code, request.body)),
  );

  await app.register(replays, { prefix: '/replays', matches });
  await app.register(time, { now });
  await app.register(racesApi, { prefix: '/races', desk, staff, attempts, now });
  await app.register(studyApi, { prefix: '/study', study, attempts, now });
  await app.register(setsApi, { prefix: '/sets', sets, attempts, now });
  await app.register(staffApi, { prefix: '/staff', staff, desk, attempts });

  routes.get(
    '/where',
    { schema: { summary: 'Where others reach this server', response: { 200: Where } } },
    async () => ({ urls: [...urls()] }),
  );
}

const recentOf = (r: MatchResult, player: string): RecentMatches['matches'][number] => ({
  code: r.raceId === undefined ? r.code : null,
  replay: r.id,
  scenario: r.scenario,
  level: r.level,
  outcome: r.outcome,
  endedAt: r.endedAt,
  teamwork: r.outcome === 'finished' ? (r.players[0]?.teamwork ?? null) : null,
  players: r.players.map(({ role, name, bot, playerHash, points, accuracy, speed }) => ({
    seat: role,
    name,
    bot,
    you: playerHash === player,
    points,
    accuracy,
    speed,
  })),
});
