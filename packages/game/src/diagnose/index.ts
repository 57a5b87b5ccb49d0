/**
 * Why a wrong move is wrong: what its maker seems to believe. Several beliefs may fit one move; the order
 * in which they are named is that in which a move is made up: when to speak, which control bits, which
 * numbers, which window and state. Within each the belief about one situation comes before the one that any
 * situation may show. So the first is the likeliest: what somebody does wrong at an earlier choice decides
 * the later ones, and a mistake that has only one situation to be made in is seldom made by chance.
 *
 * A move that shows no belief up to some choice, and is wrong in it, is said plainly to differ there.
 */
import type { Misconception } from '../misconception.ts';
import { BITS } from './bits.ts';
import { type Detector, factsOf, type Group, type Suspect } from './facts.ts';
import { NUMBERS } from './numbers.ts';
import { SPEAKING } from './speaking.ts';
import { STANDING } from './standing.ts';

/** The choices of which a move is made up, in their order. */
export const GROUPS: readonly Group[] = [SPEAKING, BITS, NUMBERS, STANDING];

/** Every detector, one for each misconception, in the order of diagnosis. */
export const DETECTORS: readonly Detector[] = GROUPS.flatMap((g) => [
  ...g.beliefs,
  ...g.differences,
]);

/** At least one code, the likeliest first. */
export function diagnose(suspect: Suspect): readonly [Misconception, ...Misconception[]] {
  const facts = factsOf(suspect);
  const fitting = (detectors: readonly Detector[]): Misconception[] =>
    detectors.filter(([, , detects]) => detects(facts)).map(([code]) => code);
  const found: Misconception[] = [];
  for (const { beliefs, differences } of GROUPS) {
    found.push(...fitting(beliefs));
    if (found.length === 0) found.push(...fitting(differences).slice(0, 1));
  }
  // The last difference fits whatever no detector before it does.
  return found as [Misconception, ...Misconception[]];
}
