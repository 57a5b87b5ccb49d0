import type { CreateRace, RaceMade, RaceResults } from '@ackade/contract';
import { call, type Reply } from '../api.ts';

export const createRace = (request: CreateRace): Promise<Reply<RaceMade>> =>
  call('/api/races', request);

/** With the secret of the race's host. */
export const raceResults = (code: string, host: string): Promise<Reply<RaceResults>> =>
  call(`/api/races/${code}/results`, undefined, { authorization: `Bearer ${host}` });
