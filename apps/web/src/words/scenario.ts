import { useEffect, useState } from 'preact/hooks';
import { loadScenario } from '../messages/scenarios.ts';
import type { Endpoint } from './role.ts';

export type ScenarioWords = {
  readonly name: string;
  /** The situation, before one plays it. */
  readonly brief: string;
  /** What each side has to bring about. */
  readonly goal: Readonly<Record<Endpoint, string>>;
  /** What to take home from it, once it is over. */
  readonly debrief: string;
};

const all = (text: string): Omit<ScenarioWords, 'name'> => ({
  brief: text,
  goal: { client: text, server: text },
  debrief: text,
});

/** Blank, yet as high as a line, so that nothing jumps when the words come. */
const BLANK: ScenarioWords = { name: '\u00a0', ...all('\u00a0') };

const known = new Map<string, ScenarioWords>();

/** The words of a scenario; one that this client does not know goes by its id. */
export async function scenarioWords(id: string): Promise<ScenarioWords> {
  const words = (await loadScenario(id).catch(() => undefined)) ?? { name: id, ...all('') };
  known.set(id, words);
  return words;
}

/** The words of a scenario: blank for the moment in which they come for the first time. */
export function useScenarioWords(id: string): ScenarioWords {
  const [, setLoaded] = useState<ScenarioWords>();
  useEffect(() => {
    if (!known.has(id)) void scenarioWords(id).then(setLoaded);
  }, [id]);
  return known.get(id) ?? BLANK;
}
