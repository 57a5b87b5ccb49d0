import { m } from '../messages/pages.ts';
import type { ScenarioId } from './scenario.ts';

const WORDS: Readonly<Record<ScenarioId, () => string>> = {
  handshake: m.debrief_handshake,
  close: m.debrief_close,
  conversation: m.debrief_conversation,
  'lost-syn-ack': m.debrief_lost_syn_ack,
};

/** What to take home from a scenario. Apart from the other words: it is read only when a match is over. */
export const debriefWords = (id: string): string =>
  Object.hasOwn(WORDS, id) ? WORDS[id as ScenarioId]() : '';
