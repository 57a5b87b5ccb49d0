import { type Command, decide, type Event, evolve, type Match } from '@ackade/game';
import type { EventLog } from './event-log.ts';
import { type Listener, openStreams, type Streams } from './streams.ts';

export type Matches = Streams<Match, Command, Event>;

export const openMatches = (
  log: EventLog,
  now: () => number,
  changed: Listener<Match, Event>,
): Matches => openStreams({ decide, evolve }, log, now, changed);
