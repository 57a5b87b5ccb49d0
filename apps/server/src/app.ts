/** Puts the parts together: one HTTP server with the API, the live protocol and the web client. */
import { fileURLToPath } from 'node:url';
import { Health, REFUSALS, type RefusalCode, refusal } from '@ackade/contract';
import { awaitsRematch, type Match, wakesAt } from '@ackade/game';
import helmet from '@fastify/helmet';
import { hasZodFastifySchemaValidationErrors } from '@fastify/type-provider-zod';
import fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { clientAddress, isNearby } from './addresses.ts';
import { openAdmission } from './admission.ts';
import { AGAIN, openAlarms } from './alarms.ts';
import { api } from './api.ts';
import { type FindAskable, findMade } from './askable.ts';
import { openAttempts } from './attempts.ts';
import { openCatalogue } from './catalogue.ts';
import { openCheck } from './check.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import { docs } from './docs.ts';
import { openEraser } from './eraser.ts';
import { openEventLog } from './event-log.ts';
import { MESSAGE_LIMIT } from './guard.ts';
import { openItems } from './items.ts';
import { openLearners } from './learners.ts';
import { openLearnersTable } from './learners-table.ts';
import { type Live, openLive } from './live.ts';
import { openLobby } from './lobby.ts';
import { openMatchReader } from './match-reader.ts';
import { openMatches } from './matches.ts';
import { openMatchesTable } from './matches-table.ts';
import { openOwnQuestions } from './own-questions.ts';
import { openRaceAdmission } from './race-admission.ts';
import { openRaceDesk } from './race-desk.ts';
import { changesPairs, openDirector } from './race-director.ts';
import { openRaceKeeper } from './race-keeper.ts';
import { openRaceLive, type RaceLive } from './race-live.ts';
import { openRaces } from './races.ts';
import { openRacesTable } from './races-table.ts';
import { fanOut } from './redis.ts';
import { resultOf } from './results.ts';
import { newSeed } from './secrets.ts';
import { openSetsDesk } from './sets-desk.ts';
import { openSetsTable } from './sets-table.ts';
import { secretOf } from './settings.ts';
import { type HandshakeFrom, openSockets } from './sockets.ts';
import { openStaffAuth } from './staff-auth.ts';
import { openStaffDesk } from './staff-desk.ts';
import { openStaffLinks } from './staff-links.ts';
import { openStaffTable } from './staff-table.ts';
import { openStudyDesk } from './study-desk.ts';
import { openSweeper } from './sweeper.ts';
import { openTeacher } from './teacher.ts';
import { openTraces } from './traces.ts';
import { web } from './web.ts';

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url));

export type App = {
  readonly server: FastifyInstance;
  /** What the link holds with which the first admin makes his account; null if there is one. */
  firstLink(): Promise<string | null>;
  close(): Promise<void>;
};

export type AppOptions = {
  readonly config: Config;
  readonly database: Database;
  /** Base URLs under which others reach this server; known once it listens. */
  readonly urls: () => readonly string[];
  readonly clock?: Clock;
};

/** Everything but listening. */
export async function createApp({
  config,
  database,
  urls,
  clock = systemClock,
}: AppOptions): Promise<App> {
  const { now } = clock;
  const server = fastify({
    logger: {
      level: config.logLevel,
      base: null,
      redact: ['req.headers.authorization', 'req.headers.cookie'],
    },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MESSAGE_LIMIT,
    // Behind a balancer the address of a client is what the balancer says it is.
    trustProxy: config.publicUrl === undefined ? false : isNearby,
  });
  const log = openEventLog(database);
  const table = openMatchesTable(database);
  const redis = config.redisUrl === undefined ? null : await fanOut(config.redisUrl, server.log);

  const failed = (what: string) => (error: unknown) => server.log.error(error, `${what} failed`);
  let live: Live | null = null;
  let raceLive: RaceLive | null = null;
  const matches = openMatches(log, now, async (change) => {
    const { id, after, events } = change;
    const ended = events.some((e) => e.type === 'ended');
    alarms.set(id, wakesAt(after));
    // The players are to find the rematch that they are told of; the next visit makes up for one that fails.
    if (events.some((e) => e.type === 'rematch-agreed'))
      await lobby.ensureRematch(after).catch(failed('a rematch'));
    live?.publish(change);
    raceLive?.matchChanged(after);
    // What is stored is stored, and seen, whatever fails from here on. The sweeper makes up for the result of a
    // match by itself, the keeper for that of a race's.
    if (ended) await conclude(after).catch(failed('a result'));
    if (awaitsRematch(after)) lobby.arrangeRematch(after).catch(failed('arranging a rematch'));
    // Not waited for: it may end this very match's round, whose players wait for this answer.
    if (ended && after.race) void keeper.close(after.race.id);
  });
  const racesTable = openRacesTable(database);
  const races = openRaces(log, now, async (change) => {
    const { id, after, events } = change;
    keeper.watch(after);
    await keeper.direct(after, events);
    if (events.some((e) => e.type === 'round-closed' || e.type === 'moved-on'))
      await keeper.store(after);
    raceLive?.publish(change);
    // Not waited for: it is a command of this very race, which has to wait for this one.
    if (changesPairs(events)) void keeper.close(id);
  });
  const many = redis !== null;
  const attempts = openAttempts(now);
  const read = openMatchReader({ matches, many, log: server.log });
  const director = openDirector({ matches, read, races, now, many });
  const desk = openRaceDesk({
    races,
    table: racesTable,
    now,
    secret: await secretOf(database, 'races'),
    many,
  });
  const learners = openLearners(log, now);
  const items = await openItems(database, server.log);
  const catalogue = openCatalogue(newSeed(), items.rated);
  const learnersTable = openLearnersTable(database);
  const eraser = openEraser({
    learners,
    table: learnersTable,
    traces: openTraces(database),
    matches,
    races,
    log: server.log,
  });
  const setsTable = openSetsTable(database);
  const own = openOwnQuestions(setsTable);
  const find: FindAskable = async (id) => (await findMade(id)) ?? own.find(id);
  const staff = openStaffDesk({
    auth: openStaffAuth(database, config, await secretOf(database, 'staff')),
    table: openStaffTable(database),
    links: openStaffLinks(database, now),
    now,
  });
  const study = openStudyDesk({
    learners,
    table: learnersTable,
    catalogue,
    items,
    eraser,
    results: table,
    log,
    own,
    find,
    now,
    many,
  });
  const teach = openTeacher({ log, table: learnersTable, study, logger: server.log });
  /** What it has taught comes first: whatever has no result yet is concluded again after a crash. */
  async function conclude(match: Match): Promise<void> {
    await teach(match);
    // As it is now: a player may have been erased from it meanwhile, or the whole of it.
    const { state } = await matches.load(match.id);
    const result = state && resultOf(state);
    if (result) await table.finish(result);
  }
  const keeper = openRaceKeeper({
    races,
    read,
    tables: { races: racesTable, matches: table },
    conclude,
    director,
    clock,
    log: server.log,
    inhabited: async (id) => (await raceLive?.inhabitedAnywhere(id)) ?? false,
  });
  const lobby = openLobby(matches, table, now);
  /** A match that has been erased is waited for by nobody. */
  const again = (id: string): number | null => (matches.peek(id).state ? now() + AGAIN : null);
  const alarms = openAlarms(clock, (id) => {
    matches.execute(id, { type: 'tick' }).then(
      // A timer may ring a moment early: then there was nothing to do yet, and it is set again.
      (outcome) => alarms.set(id, outcome.ok ? wakesAt(outcome.after) : again(id)),
      (error: unknown) => {
        failed('a timer')(error);
        alarms.set(id, now() + AGAIN);
      },
    );
  });

  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const code = codeOf(error);
    if (code === 'internal') request.log.error(error);
    const details = error.statusCode === 400 ? { reason: error.message } : undefined;
    return reply.code(REFUSALS[code][0]).send(refusal(code, details));
  });
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // On a LAN the game is served over plain http: these mean nothing there, or break it.
    strictTransportSecurity: config.publicUrl?.startsWith('https:') ?? false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  await docs(server);
  await server.register(api, {
    prefix: '/api',
    lobby,
    matches,
    table,
    urls,
    desk,
    study,
    sets: openSetsDesk(setsTable, now),
    staff,
    attempts,
    now,
  });
  server.get('/healthz', { schema: { hide: true } }, async (_, reply) => {
    const status = await database.ping().then(
      () => 'ok' as const,
      () => 'unavailable' as const,
    );
    return reply.code(status === 'ok' ? 200 : 503).send(Health.parse({ status }));
  });
  server.addHook('onListen', async () => catalogue.warm());
  await server.register(web, { root: WEB_ROOT, urls });

  const sockets = openSockets(server.server, redis?.adapter);
  const addressOf = ({ address, headers }: HandshakeFrom): string =>
    config.publicUrl === undefined
      ? address
      : clientAddress(address, String(headers['x-forwarded-for'] ?? ''));
  live = openLive({
    sockets,
    matches,
    log: server.log,
    now,
    addressOf,
    admission: openAdmission({ matches, idOf: lobby.idOf, attempts }),
    revisit: (match) =>
      Promise.all([lobby.arrangeRematch(match), lobby.ensureRematch(match)]).catch(
        failed('a revisit'),
      ),
  });
  const sweeper = openSweeper({
    matches,
    races,
    table,
    conclude,
    log: server.log,
    now,
    inhabited: { match: live.inhabited, race: (id) => raceLive?.inhabited(id) ?? false },
    forget() {
      raceLive?.forget();
      learners.forget(() => false);
    },
    resume: eraser.resume,
  });
  raceLive = openRaceLive({
    sockets,
    races,
    matches,
    read,
    log: server.log,
    clock,
    addressOf,
    admission: openRaceAdmission(desk.find, attempts),
    find,
    own,
    many,
    revisit: keeper.watch,
    neglected: keeper.nudge,
  });
  openCheck(sockets, { addressOf, clock });
  await keeper.recover();

  return {
    server,
    firstLink: async () => (await staff.firstLink())?.token ?? null,
    async close() {
      sweeper.stop();
      catalogue.stop();
      await sockets.close();
      alarms.stop();
      keeper.stop();
      raceLive?.stop();
      await server.close();
      await log.drain();
      await redis?.close();
      await database.close();
    },
  };
}

/** A name in an address that cannot be one is unknown like any other that nobody has. */
const UNKNOWN: Readonly<Record<string, RefusalCode>> = {
  '/code': 'unknown-code',
  '/race': 'unknown-race',
  '/replay': 'unknown-replay',
  '/set': 'unknown-set',
};

function codeOf(error: FastifyError): RefusalCode {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [name] = error.validationContext === 'params' ? error.validation : [];
    return UNKNOWN[name?.instancePath ?? ''] ?? 'bad-request';
  }
  switch (error.statusCode) {
    case 413:
      return 'too-large';
    case 429:
      return 'too-many-requests';
    default:
      return error.statusCode !== undefined && error.statusCode < 500 ? 'bad-request' : 'internal';
  }
}
