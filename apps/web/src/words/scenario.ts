import { m } from '../messages/words.ts';
import type { Endpoint } from './role.ts';

export type ScenarioWords = {
  readonly name: string;
  readonly brief: string;
  readonly goal: (role: Endpoint) => string;
};

type Text = () => string;

const words = (name: Text, brief: Text, client: Text, server: Text) => (): ScenarioWords => ({
  name: name(),
  brief: brief(),
  goal: (role) => (role === 'client' ? client() : server()),
});

const WORDS = {
  handshake: words(
    m.scenario_handshake_name,
    m.scenario_handshake_brief,
    m.scenario_handshake_client,
    m.scenario_handshake_server,
  ),
  close: words(
    m.scenario_close_name,
    m.scenario_close_brief,
    m.scenario_close_client,
    m.scenario_close_server,
  ),
  conversation: words(
    m.scenario_conversation_name,
    m.scenario_conversation_brief,
    m.scenario_conversation_client,
    m.scenario_conversation_server,
  ),
  'lost-syn-ack': words(
    m.scenario_lost_syn_ack_name,
    m.scenario_lost_syn_ack_brief,
    m.scenario_lost_syn_ack_client,
    m.scenario_lost_syn_ack_server,
  ),
};

export type ScenarioId = keyof typeof WORDS;

/** Name, task and each side's goal; a scenario that this client does not know goes by its id. */
export const scenarioWords = (id: string): ScenarioWords =>
  Object.hasOwn(WORDS, id) ? WORDS[id as ScenarioId]() : { name: id, brief: '', goal: () => '' };

/** In the order in which a beginner meets them. */
export const SCENARIO_IDS = Object.keys(WORDS) as readonly ScenarioId[];
