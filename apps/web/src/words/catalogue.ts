import { FAMILIES, type Family, type Level, SCENARIOS, type Scenario } from '@ackade/game';
import { scenarioBrief, scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/families.ts';

type Entry = {
  readonly id: string;
  readonly levels: readonly Level[];
  readonly name: string;
  readonly brief: string;
};

type Shelf = {
  readonly family: Family;
  readonly name: string;
  readonly text: string;
  readonly scenarios: readonly Entry[];
};

const FAMILY_WORDS: Readonly<Record<Family, readonly [name: () => string, text: () => string]>> = {
  basics: [m.family_basics_name, m.family_basics_text],
  endings: [m.family_endings_name, m.family_endings_text],
  losses: [m.family_losses_name, m.family_losses_text],
  crossings: [m.family_crossings_name, m.family_crossings_text],
  ghosts: [m.family_ghosts_name, m.family_ghosts_text],
  attacks: [m.family_attacks_name, m.family_attacks_text],
  limits: [m.family_limits_name, m.family_limits_text],
};

const entry = ({ id, levels }: Scenario): Entry => ({
  id,
  levels,
  name: scenarioName(id),
  brief: scenarioBrief(id),
});

/** Every scenario by families, in the order in which a beginner meets them. For pages that list them all. */
export const CATALOGUE: readonly Shelf[] = FAMILIES.map((family) => {
  const [name, text] = FAMILY_WORDS[family];
  const scenarios = SCENARIOS.filter((s) => s.family === family).map(entry);
  return { family, name: name(), text: text(), scenarios };
});
