/** What to ask a class after its rounds: what it got wrong. */
import type { Belief } from '../quiz/belief.ts';
import type { Question } from '../quiz/question.ts';
import type { Skill } from '../scenario.ts';
import { scenarioById } from '../scenarios/index.ts';
import { lessonsOf } from './lessons.ts';
import type { Leg, Race } from './race.ts';

/** The skills of the scenarios in which the class made its mistakes; without any, of all that were played. */
export function skillsToAsk(race: Race): readonly Skill[] {
  const legOf = new Map(
    race.rounds.flatMap(({ leg, pairs }) => pairs.map(({ match }) => [match, leg] as const)),
  );
  const mistaken = lessonsOf(race).flatMap(({ match }) => legOf.get(match) ?? []);
  const legs: readonly Leg[] = mistaken.length > 0 ? mistaken : race.rounds.map(({ leg }) => leg);
  return [...new Set(legs.flatMap(({ scenario }) => scenarioById(scenario)?.skills ?? []))];
}

/**
 * Of the questions `drawn`, `count` at most: those first in which one can choose what the class believes, and each
 * for something that none before it is about; of equals the easier one. No two are about one situation.
 */
export function questionsToAsk(
  race: Race,
  drawn: readonly Question[],
  count: number,
): readonly Question[] {
  const left = new Map<Belief, number>(lessonsOf(race).map(({ code, players }) => [code, players]));
  const worth = ({ choices }: Question): number =>
    Math.max(0, ...choices.map(({ misconception: m }) => (m && left.get(m)) ?? 0));
  const chosen: Question[] = [];
  let rest = drawn;
  const better = (a: Question, b: Question): boolean =>
    worth(a) === worth(b) ? a.difficulty < b.difficulty : worth(a) > worth(b);
  while (chosen.length < count && rest.length > 0) {
    const best = rest.reduce((a, b) => (better(b, a) ? b : a));
    chosen.push(best);
    for (const { misconception } of best.choices) if (misconception) left.delete(misconception);
    rest = rest.filter((q) => q.kind !== best.kind || q.variant !== best.variant);
  }
  return chosen;
}
