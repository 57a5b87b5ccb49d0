import { locale } from '../locale.ts';
import type { ScenarioWords } from '../words/scenario.ts';

const module = locale === 'zh-CN' ? import('./scenarios/zh-CN.ts') : import('./scenarios/en.ts');

/** The words of one scenario: each has a file of its own, for a player needs those of one only. */
export async function loadScenario(id: string): Promise<ScenarioWords | undefined> {
  const { files } = await module;
  return files[`./${id}.json`]?.();
}
