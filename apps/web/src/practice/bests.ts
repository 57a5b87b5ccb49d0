/** What a learner has reached in the scenarios, and what comes next. */
import type { StudyState } from '@ackade/contract';
import { LEVELS, type Level } from '@ackade/game';

export type Best = StudyState['bests'][number];
type Known = Pick<StudyState, 'bests' | 'daily'>;

/** The bests of a scenario, from the easiest level on. */
export const bestsOf = ({ bests }: Pick<Known, 'bests'>, scenario: string): readonly Best[] =>
  bests
    .filter((b) => b.scenario === scenario)
    .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));

/** Whether a scenario is one of the three of the day, and has been played today. */
export function todayOf({ daily }: Pick<Known, 'daily'>, scenario: string): 'open' | 'done' | null {
  const item = daily.find((d) => d.scenario === scenario);
  if (!item) return null;
  return item.done ? 'done' : 'open';
}

type Played = {
  readonly scenario: string;
  readonly level: Level;
  readonly points: number;
  readonly took: number;
};

/** What a match that was played to its end means for the best: it is the best now, or it is not; null: not counted yet. */
export function standingOf(
  { bests }: Pick<Known, 'bests'>,
  { scenario, level, points, took }: Played,
): { readonly best: Best; readonly fresh: boolean } | null {
  const best = bests.find((b) => b.scenario === scenario && b.level === level);
  if (!best || best.points < points || (best.points === points && best.took > took)) return null;
  return { best, fresh: best.points === points && best.took === took };
}

/** What to play after `scenario`: what is left of the day's three, then what comes next in the catalogue and was never finished. */
export function nextAfter(
  { bests, daily }: Known,
  scenario: string,
  catalogue: readonly string[],
): { readonly scenario: string; readonly level: Level | null } | null {
  const open = daily.find((d) => !d.done && d.scenario !== scenario);
  if (open) return open;
  const from = catalogue.indexOf(scenario) + 1;
  const others = [...catalogue.slice(from), ...catalogue.slice(0, Math.max(0, from - 1))];
  const next = others.find((id) => !bests.some((b) => b.scenario === id)) ?? others[0];
  return next === undefined ? null : { scenario: next, level: null };
}
