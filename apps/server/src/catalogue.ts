/** The questions that sessions are picked from: drawn a few at a time, so that nobody waits for them. */
import { type Exercise, type Question, questionSteps } from '@ackade/game';
import { unhurried } from './unhurried.ts';

/** From so many on there is something for everybody … */
const ENOUGH = 500;
/** … and after so many hardly anything new comes. */
const WHOLE = 6000;
/** So many are drawn anew for every session: the same situations, with other numbers. */
const FRESH = 64;

export type Catalogue = {
  /**
   * What can be asked, one for each kind and situation. Comes as soon as there is enough, and about `skills` where
   * some are named.
   */
  exercises(skills: readonly string[]): Promise<readonly Exercise[]>;
  /** Begins to draw: somebody may ask soon. */
  warm(): void;
  stop(): void;
};

/** `rated`: how hard the item with that name has proved; null where nobody knows. */
export function openCatalogue(seed: number, rated: (item: string) => number | null): Catalogue {
  const steps = unhurried(questionSteps(seed));
  const drawn = new Map<string, Exercise>();
  let count = 0;
  let target = 0;
  let stopped = false;
  let growing = false;
  const waiting: { readonly least: number; readonly ready: () => void }[] = [];

  function add(exercise: Exercise): void {
    drawn.set(itemOf(exercise), exercise);
    count++;
    for (const wait of waiting.splice(0)) count >= wait.least ? wait.ready() : waiting.push(wait);
  }

  async function grow(): Promise<void> {
    growing = true;
    while (count < target && !stopped) {
      const { value: question } = await steps.next();
      if (question) add(exerciseOf(question));
    }
    growing = false;
  }

  function drawTo(least: number): void {
    target = Math.max(target, least);
    if (!growing) void grow();
  }

  const reached = (least: number): Promise<void> =>
    count >= least ? Promise.resolve() : new Promise((ready) => waiting.push({ least, ready }));

  return {
    async exercises(skills) {
      drawTo(count < WHOLE ? WHOLE : count + FRESH);
      // What is asked about only some skills is rarer.
      await reached(skills.length === 0 ? ENOUGH : WHOLE);
      const all = [...drawn.values()].map((exercise) => ({
        ...exercise,
        difficulty: rated(itemOf(exercise)) ?? exercise.difficulty,
      }));
      return skills.length === 0 ? all : all.filter(({ skill }) => skills.includes(skill));
    },
    warm: () => drawTo(Math.max(target, ENOUGH)),
    stop() {
      stopped = true;
      for (const { ready } of waiting.splice(0)) ready();
    },
  };
}

export const exerciseOf = ({ id, kind, skill, variant, difficulty }: Question): Exercise => ({
  id,
  kind,
  skill,
  variant,
  difficulty,
});

/** What all learners' answers to a kind of question about a situation are counted under. */
export const itemOf = ({
  kind,
  skill,
  variant,
}: Pick<Exercise, 'kind' | 'variant'> & { readonly skill: string | null }): string =>
  `${kind} ${skill}/${variant}`;
