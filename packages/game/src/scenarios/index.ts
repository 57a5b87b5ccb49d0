import type { Scenario } from '../scenario.ts';
import { abort } from './abort.ts';
import { blindRst } from './blind-rst.ts';
import { blindSyn } from './blind-syn.ts';
import { close } from './close.ts';
import { closeByServer } from './close-by-server.ts';
import { conversation } from './conversation.ts';
import { duplicateData } from './duplicate-data.ts';
import { finOvertakesData } from './fin-overtakes-data.ts';
import { halfClose } from './half-close.ts';
import { halfOpenData } from './half-open-data.ts';
import { halfOpenSyn } from './half-open-syn.ts';
import { handshake } from './handshake.ts';
import { lostData } from './lost-data.ts';
import { lostFin } from './lost-fin.ts';
import { lostLastAck } from './lost-last-ack.ts';
import { lostSyn } from './lost-syn.ts';
import { lostSynAck } from './lost-syn-ack.ts';
import { lostThirdAck } from './lost-third-ack.ts';
import { oldDuplicateSyn } from './old-duplicate-syn.ts';
import { refused } from './refused.ts';
import { simultaneousClose } from './simultaneous-close.ts';
import { simultaneousOpen } from './simultaneous-open.ts';
import { threeSegmentClose } from './three-segment-close.ts';
import { timeWaitSyn } from './time-wait-syn.ts';
import { twoPassive } from './two-passive.ts';
import { wrap } from './wrap.ts';
import { zeroWindow } from './zero-window.ts';

/** The catalogue, in the order in which a beginner meets it. */
export const SCENARIOS = [
  handshake,
  close,
  conversation,
  closeByServer,
  threeSegmentClose,
  halfClose,
  refused,
  abort,
  lostSyn,
  lostSynAck,
  lostThirdAck,
  lostData,
  lostFin,
  lostLastAck,
  duplicateData,
  finOvertakesData,
  simultaneousOpen,
  simultaneousClose,
  oldDuplicateSyn,
  halfOpenSyn,
  halfOpenData,
  twoPassive,
  timeWaitSyn,
  blindRst,
  blindSyn,
  zeroWindow,
  wrap,
] as const satisfies readonly Scenario[];

const BY_ID: ReadonlyMap<string, Scenario> = new Map(SCENARIOS.map((s) => [s.id, s]));

export const scenarioById = (id: string): Scenario | undefined => BY_ID.get(id);
