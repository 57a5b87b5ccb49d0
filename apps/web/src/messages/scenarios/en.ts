import type { ScenarioWords } from '../../words/scenario.ts';

export const files = import.meta.glob<ScenarioWords>('./*.json', {
  base: '../../../messages/scenarios/en',
  import: 'default',
});
