/** Which questions next. */
import { draw } from '../random.ts';
import { SKILLS, type Skill } from '../scenario.ts';
import { expectation } from './elo.ts';
import { interleaved } from './interleave.ts';
import { eachSkill, type Learner, type MasteryOf, masteriesAt } from './learner.ts';
import { overdue } from './memory.ts';
import type { Exercise } from './question-ref.ts';

/**
 * The chance to be right that a question should leave: so hard that one has to think, so easy that one goes on. Error
 * rates about 15 % are where learning is fastest (R. Wilson et al., "The eighty five percent rule for optimal
 * learning", Nature Communications 10 (2019), 4646); adaptive practice uses 0.75 (S. Klinkenberg et al., "Computer
 * adaptive practice of maths ability", Computers & Education 57 (2011), 1813–1824).
 */
export const TARGET = { least: 0.7, most: 0.85 } as const;

type Plan = {
  /** Of questions; fewer come where the catalogue has no more variants. */
  readonly count: number;
  readonly seed: number;
  /** Wall clock, ms. */
  readonly now: number;
};

/** Of a lot, to 2^-20. */
const FINE = 1 << 20;
/** How much less likely a skill is whose questions are all too hard or too easy: at 0.2 off the target, a fortieth. */
const STRICTNESS = 16;
/** So much further off the target a question may be, for each of the other one's kind that the session has already. */
const SAMENESS = 0.1;

/** A question that may be asked for its variant. */
type Option = {
  readonly question: Exercise;
  /** How far the chance to be right lies outside of `TARGET`. */
  readonly off: number;
  /** Decides between equals. */
  readonly lot: number;
};

type Choice = {
  readonly skill: Skill;
  /** In stabilities; null of a variant that is new. */
  readonly overdue: number | null;
  /** The fittest question of each kind. */
  readonly options: Map<string, Option>;
};

/** How many questions of each kind a session has. */
type Kinds = Map<string, number>;

/**
 * Questions for a session, no variant twice: what is due, the most overdue for its stability first; then new variants,
 * of weak skills rather than of strong ones; then, where there are no more, what is due soonest. Of the questions of a
 * variant one at the right difficulty, and of a kind that the session has not had. Neighbours are of different skills
 * as far as that can be.
 *
 * Goes through `catalogue` once, and for each question of the session at most once through its variants.
 */
export function pick(
  learner: Learner,
  catalogue: Iterable<Exercise>,
  { count, seed, now }: Plan,
): readonly Exercise[] {
  const { due, fresh, early } = byNeed(choicesOf(learner, catalogue, seed, now));
  const mastery = masteriesAt(learner, now);
  const chosen: Exercise[] = [];
  const kinds: Kinds = new Map();
  function takeBest(choices: Choice[], worth: (choice: Choice) => number): void {
    const [choice] = choices.splice(indexOfBest(choices, worth), 1);
    if (!choice) return;
    const { question } = fittestOf(choice, kinds);
    chosen.push(question);
    kinds.set(question.kind, (kinds.get(question.kind) ?? 0) + 1);
  }
  while (chosen.length < count && due.length > 0) takeBest(due, mostOverdue);
  while (chosen.length < count) {
    const skill = drawSkill(fresh, chosen, mastery, draw(seed, -1 - chosen.length, FINE) / FINE);
    if (!skill) break;
    takeBest(fresh[skill], (choice) => fitness(fittestOf(choice, kinds), kinds));
  }
  while (chosen.length < count && early.length > 0) takeBest(early, mostOverdue);
  return interleaved(chosen);
}

/** What is asked about each variant. */
function choicesOf(
  { skills }: Learner,
  catalogue: Iterable<Exercise>,
  seed: number,
  now: number,
): Iterable<Choice> {
  const choices = new Map<string, Choice>();
  const memories = eachSkill((s) => new Map(skills[s].memories.map((m) => [m.variant, m])));
  let n = 0;
  for (const question of catalogue) {
    const { skill, variant, kind, difficulty } = question;
    const off = offTarget(expectation(skills[skill].rating.value, difficulty));
    const option = { question, off, lot: draw(seed, n++, FINE) };
    const key = `${skill}/${variant}`;
    let choice = choices.get(key);
    if (!choice) {
      const memory = memories[skill].get(variant);
      choice = { skill, overdue: memory ? overdue(memory, now) : null, options: new Map() };
      choices.set(key, choice);
    }
    const other = choice.options.get(kind);
    if (!other || fitness(option) > fitness(other)) choice.options.set(kind, option);
  }
  return choices.values();
}

type Needs = {
  readonly due: Choice[];
  readonly fresh: Record<Skill, Choice[]>;
  readonly early: Choice[];
};

function byNeed(choices: Iterable<Choice>): Needs {
  const needs: Needs = { due: [], fresh: eachSkill(() => []), early: [] };
  for (const choice of choices) {
    if (choice.overdue === null) needs.fresh[choice.skill].push(choice);
    else needs[choice.overdue >= 0 ? 'due' : 'early'].push(choice);
  }
  return needs;
}

const offTarget = (chance: number): number =>
  Math.max(0, TARGET.least - chance, chance - TARGET.most);

const mostOverdue = (choice: Choice): number => choice.overdue ?? 0;

/** `had`: what the session has already; without it the kind does not matter. */
const fitness = ({ question, off, lot }: Option, had?: Kinds): number =>
  -off - SAMENESS * (had?.get(question.kind) ?? 0) - lot / FINE ** 2;

function fittestOf({ options }: Choice, had: Kinds): Option {
  const [first, ...others] = options.values();
  if (!first) throw new Error('a variant that nothing is asked about');
  return others.reduce((a, b) => (fitness(b, had) > fitness(a, had) ? b : a), first);
}

function indexOfBest(choices: readonly Choice[], worth: (choice: Choice) => number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, choice] of choices.entries()) {
    const value = worth(choice);
    if (value > most) [best, most] = [i, value];
  }
  return best;
}

/**
 * A skill with something new, by lot: the weaker it is, the nearer its best question is to the target, and the less the
 * session has of it already, the likelier. `lot`: 0 … 1, without 1.
 */
function drawSkill(
  fresh: Needs['fresh'],
  chosen: readonly Exercise[],
  mastery: MasteryOf,
  lot: number,
): Skill | null {
  const weights = SKILLS.map((skill): readonly [Skill, number] => {
    if (fresh[skill].length === 0) return [skill, 0];
    let off = 1;
    for (const { options } of fresh[skill])
      for (const option of options.values()) off = Math.min(off, option.off);
    const had = chosen.filter((question) => question.skill === skill).length;
    return [skill, ((1 - mastery[skill]) * (1 - off) ** STRICTNESS) / (1 + had) ** 2];
  });
  const open = weights.filter(([, weight]) => weight > 0);
  let rest = lot * open.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [skill, weight] of open) {
    if (rest < weight) return skill;
    rest -= weight;
  }
  return open.at(-1)?.[0] ?? null;
}
