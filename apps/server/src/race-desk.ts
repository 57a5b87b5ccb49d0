/** Races are made and joined here, and everybody gets the secret that leads back. */
import {
  CODE_LENGTH,
  type CreateRace,
  type JoinRace,
  type KeepRace,
  type RaceJoined,
  type RaceMade,
  type RaceResults,
  type RaceSummary,
  type RefusalCode,
  type StaffRaces,
} from '@ackade/contract';
import {
  generatedName,
  isTaken,
  legsOf,
  lessonsOf,
  type Newcomer,
  parseName,
  type Race,
  scoreOf,
  standingsOf,
  variantOf,
} from '@ackade/game';
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import { withRoster } from './race-names.ts';
import type { Races } from './races.ts';
import type { RacesTable } from './races-table.ts';
import { digest, newCode, newSeed, newToken, tokenFrom } from './secrets.ts';

/** Of the races of an account. */
const MOST_LISTED = 200;

/** The name wanted is taken; this one is free. */
type NameTaken = { readonly code: 'name-taken'; readonly suggestion: string };

export type RaceDesk = {
  /** `owner`: whose account it belongs to. */
  create(request: CreateRace, owner: string | null): Promise<RaceMade | RefusalCode>;
  summary(code: string): Promise<RaceSummary | RefusalCode>;
  join(code: string, request: JoinRace): Promise<RaceJoined | NameTaken | RefusalCode>;
  /** For who has the token of the race's host. */
  results(code: string, host: string): Promise<RaceResults | RefusalCode>;
  /** The latest of an account, with what opens them. */
  ownedBy(owner: string): Promise<StaffRaces>;
  /** Takes a race into an account, for who has the token of its host. */
  keep(owner: string, request: KeepRace): Promise<RefusalCode | null>;
  /** The race with this code as the log has it, if there is one. */
  find(code: string): Promise<Race | null>;
};

export type RaceDeskOptions = {
  readonly races: Races;
  readonly table: RacesTable;
  readonly now: () => number;
  /** From which the secrets of races follow, so that its owner can be given them again. */
  readonly secret: string;
  /** Whether other nodes write to the same races. */
  readonly many: boolean;
};

export function openRaceDesk({ races, table, now, secret, many }: RaceDeskOptions): RaceDesk {
  async function find(code: string): Promise<Race | null> {
    const id = await table.findByCode(code);
    if (id === undefined) return null;
    // Who joined at another node a moment ago is known there only.
    if (many) await races.catchUp(id);
    return (await races.load(id)).state;
  }

  /** A new race's id and code; codes are drawn until one is free. */
  async function reserve(
    ownerId: string | null,
  ): Promise<{ readonly id: string; readonly code: string }> {
    const id = newToken();
    for (;;) {
      const code = newCode(CODE_LENGTH.race);
      if (await table.reserve({ id, code, createdAt: now(), ownerId })) return { id, code };
    }
  }

  const secretsOf = (id: string) => ({
    host: tokenFrom(secret, `host ${id}`),
    screen: tokenFrom(secret, `screen ${id}`),
  });

  return {
    find,

    async create({ scenarios, level, options: asked }, owner) {
      const legs = legsOf(scenarios, level);
      if (!legs) return 'unknown-scenario';
      const options = withRoster(asked);
      if (!options) return 'bad-request';
      const { id, code } = await reserve(owner);
      const { host, screen } = secretsOf(id);
      const secrets = { host: digest(host), screen: digest(screen) };
      const made = {
        type: 'create',
        id,
        code,
        ...secrets,
        seed: newSeed(),
        legs,
        options,
      } as const;
      const outcome = await races.execute(id, made);
      if (outcome.ok) return { code, host, screen };
      await table.remove(id);
      return outcome.refusal;
    },

    async summary(code) {
      const race = await find(code);
      if (!race) return 'unknown-race';
      const { phase, options, locked } = race;
      const waiting = phase === 'lobby' || phase === 'round' || phase === 'between';
      const { nicknames } = options;
      return {
        code,
        phase,
        open: waiting && !locked && (race.rounds.length === 0 || options.lateJoin),
        nicknames,
        roster:
          nicknames === 'roster'
            ? options.roster.map((name) => ({ name, taken: isTaken(race, name) }))
            : [],
      };
    },

    async join(code, { key, name, locale, player }) {
      const race = await find(code);
      if (!race) return 'unknown-race';
      // Only who has the key knows the token, so nobody else gets a second answer; nothing has to be remembered.
      const token = tokenFrom(key, race.id);
      const newcomer = (called: string): Newcomer => ({
        id: newToken().slice(0, 8),
        name: called,
        token: digest(token),
        player: player === undefined ? null : digest(player),
      });
      const from = { author: 'newcomer', commandId: digest(token), socket: null };
      const drawn = race.options.nicknames === 'generated';
      // A name that is drawn may be taken by the time that it is stored: then another one is drawn.
      for (let attempt = 0; attempt < 5; attempt++) {
        const current = (await races.load(race.id)).state ?? race;
        const joined = joinedWith(current, token);
        if (joined) return joined;
        const taken = (called: string): boolean => isTaken(current, called);
        const parsed = parseName(drawn ? generatedName(Math.random, locale, taken) : (name ?? ''));
        if (!parsed.ok) return parsed.error;
        const command = { type: 'join', newcomer: newcomer(parsed.name) } as const;
        const outcome = await races.execute(race.id, command, from);
        if (outcome.ok) return joinedWith(outcome.after, token) ?? 'internal';
        if (outcome.refusal !== 'name-taken') return outcome.refusal;
        const chosen = race.options.nicknames === 'free';
        if (chosen) return { code: 'name-taken', suggestion: variantOf(parsed.name, taken) };
        if (!drawn) return 'name-taken';
      }
      return 'busy';
    },

    async results(code, host) {
      const race = await find(code);
      if (!race) return 'unknown-race';
      return digest(host) === race.host ? resultsOf(race) : 'wrong-token';
    },

    async ownedBy(owner) {
      const owned = await table.ownedBy(owner, MOST_LISTED);
      return { races: owned.map(({ id, ...race }) => ({ ...race, ...secretsOf(id) })) };
    },

    async keep(owner, { code, host }) {
      const race = await find(code);
      if (!race) return 'unknown-race';
      if (host !== secretsOf(race.id).host) return 'wrong-token';
      return (await table.own(race.id, owner)) ? null : 'not-the-owner';
    },
  };
}

/** What the player with this token is told who joins; null while there is none. */
function joinedWith({ code, players }: Race, token: string): RaceJoined | RefusalCode | null {
  const known = digest(token);
  const player = players.find((p) => p.token === known);
  if (!player) return null;
  return player.membership === 'in' ? { code, name: player.name, token } : player.membership;
}

function resultsOf(race: Race): RaceResults {
  const { code, createdAt, endedAt, players, rounds } = race;
  const nameOf = new Map(players.map((p) => [p.id, p.name]));
  return {
    code,
    createdAt,
    endedAt,
    players: standingsOf(race).map(({ player, place, total }) => ({
      id: player,
      name: nameOf.get(player) ?? '',
      place,
      total,
    })),
    lessons: lessonsOf(race),
    rounds: rounds.flatMap(({ leg, timed, pairs, results }) => {
      if (!results) return [];
      return [
        {
          leg,
          pairs: pairs.flatMap(({ match, seats }, i) => {
            const result = results[i];
            if (!result) return [];
            const seat = (e: Endpoint) => ({
              player: nameOf.has(seats[e]) ? seats[e] : null,
              score: scoreOf(result.seats[e].tally, timed),
              shown: result.seats[e].shown,
            });
            const [client, server] = ENDPOINTS.map(seat) as [
              ReturnType<typeof seat>,
              ReturnType<typeof seat>,
            ];
            const { outcome, teamwork, took } = result;
            return [{ replay: match, outcome, teamwork, took, seats: { client, server } }];
          }),
        },
      ];
    }),
  };
}
