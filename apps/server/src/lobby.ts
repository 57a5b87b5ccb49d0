/** What happens before play: matches are made and seats are taken, and both get their secrets. */
import {
  CODE_LENGTH,
  type CreateMatch,
  type MatchSummary,
  type RefusalCode,
  type SeatTaken,
  type TakeSeat,
} from '@ackade/contract';
import { awaitsRematch, type Match, type Occupant, parseName, swappedSeats } from '@ackade/game';
import { ENDPOINTS, type Endpoint, peerOf } from '@ackade/tcp';
import type { Matches } from './matches.ts';
import type { MatchesTable } from './matches-table.ts';
import { digest, newCode, newSeed, newToken } from './secrets.ts';

export type Lobby = {
  create(request: CreateMatch): Promise<SeatTaken | RefusalCode>;
  takeSeat(code: string, request: TakeSeat): Promise<SeatTaken | RefusalCode>;
  summary(code: string): Promise<MatchSummary | RefusalCode>;
  idOf(code: string): Promise<string | null>;
  /** Finds a code for the rematch that both seats of `match` want. */
  arrangeRematch(match: Match): Promise<void>;
  /** Makes sure that the rematch which `match` agreed to exists. */
  ensureRematch(match: Match): Promise<void>;
};

type Named = { readonly id: string; readonly code: string };
type Terms = Pick<CreateMatch, 'scenario' | 'level' | 'mode'>;

export function openLobby(matches: Matches, table: MatchesTable, now: () => number): Lobby {
  /** A new match's id and code; codes are drawn until one is free. */
  async function reserve(terms: Terms): Promise<Named> {
    const id = newToken();
    for (;;) {
      const code = newCode(CODE_LENGTH.match);
      if (await table.reserve({ ...terms, id, code, createdAt: now() })) return { id, code };
    }
  }

  const make = (
    { id, code }: Named,
    terms: Terms,
    seats: Record<Endpoint, Occupant | null>,
  ): ReturnType<Matches['execute']> =>
    matches.execute(id, {
      ...terms,
      type: 'create',
      id,
      code,
      seed: newSeed(),
      seats,
      race: null,
    });

  async function idOf(code: string): Promise<string | null> {
    // A match of a race has no code: it goes by its name.
    if (code.length !== CODE_LENGTH.match) return code;
    return (await table.findByCode(code)) ?? null;
  }

  return {
    idOf,

    async create({ scenario, level, mode, seat: wanted, name, player }) {
      const parsed = parseName(name);
      if (!parsed.ok) return parsed.error;
      const seat: Endpoint = wanted === 'either' ? either() : wanted;
      const token = newToken();
      const otherToken = newToken();
      const me = occupant(parsed.name, token, player);
      const others = {
        duo: null,
        solo: 'bot',
        both: occupant(parsed.name, otherToken, player),
      } as const;
      const seats = { ...noSeats, [seat]: me, [peerOf(seat)]: others[mode] };
      const { id, code } = await reserve({ scenario, level, mode });
      const outcome = await make({ id, code }, { scenario, level, mode }, seats);
      const other = mode === 'both' ? { seat: peerOf(seat), token: otherToken } : null;
      if (outcome.ok) return { code, seat, token, other };
      await table.remove(id);
      return outcome.refusal;
    },

    async takeSeat(code, { name, player }) {
      const parsed = parseName(name);
      if (!parsed.ok) return parsed.error;
      const id = await idOf(code);
      if (!id) return 'unknown-code';
      const token = newToken();
      const person = occupant(parsed.name, token, player);
      const outcome = await matches.execute(id, { type: 'join', person });
      if (!outcome.ok) return outcome.refusal;
      const seat = ENDPOINTS.find((e) => outcome.after.seats[e]?.occupant === person);
      return seat ? { code, seat, token, other: null } : 'match-full';
    },

    async summary(code) {
      const id = await idOf(code);
      const match = id && (await matches.load(id)).state;
      if (!match) return 'unknown-code';
      const free = ENDPOINTS.find((e) => match.seats[e] === null) ?? null;
      const host = free && match.seats[peerOf(free)]?.occupant;
      return {
        code,
        scenario: match.world.scenario.id,
        level: match.level,
        state: match.phase === 'over' ? 'over' : free ? 'open' : 'full',
        host: host && host !== 'bot' ? host.name : null,
        seat: free,
      };
    },

    async arrangeRematch(match) {
      if (!awaitsRematch(match)) return;
      const next = await reserve(termsOf(match));
      const outcome = await matches.execute(match.id, { type: 'agree-rematch', next: next.code });
      const agreed = outcome.ok && outcome.after.next === next.code;
      if (!agreed) await table.remove(next.id);
    },

    async ensureRematch(match) {
      const { next: code } = match;
      if (code === null) return;
      const reserved = await idOf(code);
      const id = reserved ?? newToken();
      if (reserved === null) await table.reserve({ ...termsOf(match), id, code, createdAt: now() });
      else if ((await matches.load(id)).state) return;
      await make({ id, code }, termsOf(match), swappedSeats(match));
    },
  };
}

const termsOf = ({ world, level, mode }: Match): Terms => ({
  scenario: world.scenario.id,
  level,
  mode,
});

const noSeats = { client: null, server: null } as const;

const either = (): Endpoint => (newSeed() % 2 === 0 ? 'client' : 'server');

const occupant = (
  name: string,
  token: string,
  player: string | undefined,
): Exclude<Occupant, 'bot'> => ({
  name,
  token: digest(token),
  player: player === undefined ? null : digest(player),
});
