import type {
  CreateMatch,
  CreateRace,
  JoinRace,
  MatchSummary,
  RaceJoined,
  RaceMade,
  RaceResults,
  RaceSummary,
  RecentMatches,
  Refusal,
  RefusalCode,
  SeatTaken,
  TakeSeat,
  Where,
} from '@ackade/contract';
import type { Replay } from '@ackade/game';
import { playerToken } from './player.ts';

/** `offline`: there was no answer at all. */
export type Problem = RefusalCode | 'offline';

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problem: Problem;
      /** What the server offers instead: a name that is free, where one is taken. */
      readonly details?: Readonly<Record<string, unknown>> | undefined;
    };

export const createMatch = (request: Omit<CreateMatch, 'player'>): Promise<Reply<SeatTaken>> =>
  call('/api/matches', { ...request, player: playerToken() });

export const takeSeat = (
  code: string,
  request: Omit<TakeSeat, 'player'>,
): Promise<Reply<SeatTaken>> =>
  call(`/api/matches/${code}/seats`, { ...request, player: playerToken() });

export const matchSummary = (code: string): Promise<Reply<MatchSummary>> =>
  call(`/api/matches/${code}`);

export const recentMatches = (): Promise<Reply<RecentMatches>> =>
  call('/api/matches/recent', undefined, { authorization: `Bearer ${playerToken()}` });

export const replay = (name: string): Promise<Reply<Replay>> =>
  call(`/api/replays/${encodeURIComponent(name)}`);

export const createRace = (request: CreateRace): Promise<Reply<RaceMade>> =>
  call('/api/races', request);

export const raceSummary = (code: string): Promise<Reply<RaceSummary>> =>
  call(`/api/races/${code}`);

/** `name` null: the server draws one in the language `locale`. */
export const joinRace = (
  code: string,
  request: Omit<JoinRace, 'player'>,
): Promise<Reply<RaceJoined>> =>
  call(`/api/races/${code}/players`, { ...request, player: playerToken() });

/** With the secret of the race's host. */
export const raceResults = (code: string, host: string): Promise<Reply<RaceResults>> =>
  call(`/api/races/${code}/results`, undefined, { authorization: `Bearer ${host}` });

export const where = (): Promise<Reply<Where>> => call('/api/where');

async function call<T>(
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Reply<T>> {
  const request: RequestInit = body
    ? {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
    : { headers };
  try {
    const response = await fetch(path, request);
    const value: unknown = await response.json();
    if (response.ok) return { ok: true, value: value as T };
    const { code, details } = (value as Refusal).error;
    return { ok: false, problem: code, details };
  } catch {
    return { ok: false, problem: 'offline' };
  }
}
