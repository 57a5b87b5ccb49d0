import type { Scenario } from '../scenario.ts';
import { close } from './close.ts';
import { conversation } from './conversation.ts';
import { handshake } from './handshake.ts';
import { lostSynAck } from './lost-syn-ack.ts';

/** The catalogue, in the order in which a beginner meets it. */
export const SCENARIOS = [
  handshake,
  close,
  conversation,
  lostSynAck,
] as const satisfies readonly Scenario[];

const BY_ID: ReadonlyMap<string, Scenario> = new Map(SCENARIOS.map((s) => [s.id, s]));

export const scenarioById = (id: string): Scenario | undefined => BY_ID.get(id);
