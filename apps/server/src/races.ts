import { decideRace, evolveRace, type Race, type RaceCommand, type RaceEvent } from '@ackade/game';
import type { EventLog } from './event-log.ts';
import { type Listener, openStreams, type Streams } from './streams.ts';

export type Races = Streams<Race, RaceCommand, RaceEvent>;

export const openRaces = (
  log: EventLog,
  now: () => number,
  changed: Listener<Race, RaceEvent>,
): Races => openStreams({ decide: decideRace, evolve: evolveRace }, log, now, changed);
