/** What a race plays: ready-made decks, and the legs that follow from a list of scenarios. */
import { LEVELS, type Level } from '../scenario.ts';
import { SCENARIOS, scenarioById } from '../scenarios/index.ts';
import type { Leg, RaceOptions } from './race.ts';

export type Deck = {
  readonly id: string;
  /** In the order of their rounds. */
  readonly scenarios: readonly string[];
  /** At which a class would begin. */
  readonly level: Level;
};

export const DECKS = [
  { id: 'first-lesson', level: 'flags', scenarios: ['handshake', 'close', 'conversation'] },
  {
    id: 'numbers',
    level: 'numbers',
    scenarios: ['handshake', 'conversation', 'half-close', 'wrap'],
  },
  {
    id: 'losses',
    level: 'flags',
    scenarios: [
      'lost-syn',
      'lost-syn-ack',
      'lost-third-ack',
      'lost-data',
      'lost-fin',
      'lost-last-ack',
    ],
  },
  {
    id: 'crossings',
    level: 'flags',
    scenarios: ['simultaneous-open', 'simultaneous-close', 'fin-overtakes-data', 'two-passive'],
  },
  {
    id: 'attacks',
    level: 'numbers',
    scenarios: ['refused', 'abort', 'old-duplicate-syn', 'blind-rst', 'blind-syn'],
  },
  { id: 'everything', level: 'flags', scenarios: SCENARIOS.map((s) => s.id) },
] as const satisfies readonly Deck[];
export type DeckId = (typeof DECKS)[number]['id'];

/** Whether the catalogue has what `leg` plays: what a race was made with may be gone from a later one. */
export const isPlayable = ({ scenario, level }: Leg): boolean =>
  scenarioById(scenario)?.levels.includes(level) ?? false;

/** A race has no more rounds than this. */
export const MOST_ROUNDS = 40;

/**
 * The rounds that play `scenarios` at `level`, or, where a scenario is not played at that, at the next one above.
 * Undefined if one is unknown.
 */
export function legsOf(scenarios: readonly string[], level: Level): readonly Leg[] | undefined {
  const legs = scenarios.flatMap((id): Leg[] => {
    const levels = scenarioById(id)?.levels;
    const from = LEVELS.slice(LEVELS.indexOf(level));
    const played = levels && (from.find((l) => levels.includes(l)) ?? levels.at(-1));
    return played ? [{ scenario: id, level: played }] : [];
  });
  return legs.length === scenarios.length ? legs : undefined;
}

/** Of a round at each level, ms. */
export const ROUND_TIME: Readonly<Record<Level, number>> = {
  flags: 120_000,
  numbers: 180_000,
  full: 240_000,
};

/** What a class wants that chooses nothing. */
export const usualOptions = (level: Level): RaceOptions => ({
  time: ROUND_TIME[level],
  timed: true,
  swap: true,
  hints: true,
  lateJoin: true,
  nicknames: 'free',
  roster: [],
  filter: true,
  pairing: 'random',
  grace: 30_000,
});
