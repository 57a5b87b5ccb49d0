import { FAMILIES, type Family, SCENARIOS, type Scenario } from '@ackade/game';
import { scenarioBrief, scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/families.ts';

export type Entry = Pick<Scenario, 'id' | 'levels' | 'skills' | 'rfc'> & {
  readonly name: string;
  readonly brief: string;
};

export type Shelf = {
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

const entry = ({ id, levels, skills, rfc }: Scenario): Entry => ({
  id,
  levels,
  skills,
  rfc,
  name: scenarioName(id),
  brief: scenarioBrief(id),
});

/** Every scenario by families, in the order in which a beginner meets them. For pages that list them all. */
export const CATALOGUE: readonly Shelf[] = FAMILIES.map((family) => {
  const [name, text] = FAMILY_WORDS[family];
  const scenarios = SCENARIOS.filter((s) => s.family === family).map(entry);
  return { family, name: name(), text: text(), scenarios };
});
