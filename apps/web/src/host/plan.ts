/** What the host wants to play, before the race is made. */
import type { CreateRace } from '@ackade/contract';
import {
  DECKS,
  type DeckId,
  LEVELS,
  type Level,
  MOST_ROUNDS,
  NICKNAMES,
  PAIRINGS,
  type RaceOptions,
  ROUND_TIME,
  SCENARIOS,
  usualOptions,
} from '@ackade/game';

export type Plan = {
  readonly deck: DeckId | 'own';
  /** The deck of the host's own, in order; a scenario may come twice. */
  readonly own: readonly string[];
  /** How many rounds of the deck are played; null: all. */
  readonly rounds: number | null;
  readonly level: Level;
  readonly options: RaceOptions;
};

const [FIRST] = DECKS;

/** What a class gets whose teacher chooses nothing. */
export const FIRST_PLAN: Plan = {
  deck: FIRST.id,
  own: [],
  rounds: null,
  level: FIRST.level,
  options: usualOptions(FIRST.level),
};

/** All of the deck, however many rounds of it are played. */
export const scenariosOf = ({ deck, own }: Plan): readonly string[] =>
  DECKS.find(({ id }) => id === deck)?.scenarios ?? own;

export const roundsOf = (plan: Plan): number =>
  Math.min(plan.rounds ?? MOST_ROUNDS, scenariosOf(plan).length);

export function withDeck(plan: Plan, deck: Plan['deck']): Plan {
  const level = DECKS.find(({ id }) => id === deck)?.level ?? plan.level;
  return { ...withLevel(plan, level), deck, rounds: null };
}

/** A round is as long as the level needs, unless the host has set a time of his own. */
export function withLevel(plan: Plan, level: Level): Plan {
  const { time } = plan.options;
  const usual = time === ROUND_TIME[plan.level];
  return { ...plan, level, options: { ...plan.options, time: usual ? ROUND_TIME[level] : time } };
}

/** What keeps the lobby closed; null where nothing does. */
export function missingIn(plan: Plan): 'deck' | 'roster' | null {
  if (scenariosOf(plan).length === 0) return 'deck';
  return lacksRoster(plan.options) ? 'roster' : null;
}

/** Nobody could join: the names are to be picked from a list that is empty. */
export const lacksRoster = ({ nicknames, roster }: RaceOptions): boolean =>
  nicknames === 'roster' && roster.length === 0;

export const requestOf = (plan: Plan): CreateRace => ({
  scenarios: [...scenariosOf(plan).slice(0, roundsOf(plan))],
  level: plan.level,
  options: plan.options,
});

/** The plan that was stored as `text`; what this version does not know is as usual. */
export function storedPlan(text: string | null): Plan {
  const stored = recordOf(text);
  const level = oneOf(LEVELS, stored['level'], FIRST_PLAN.level);
  const { rounds } = stored;
  return {
    deck: oneOf([...DECKS.map(({ id }) => id), 'own'], stored['deck'], FIRST_PLAN.deck),
    own: strings(stored['own'])
      .filter((id) => SCENARIOS.some((s) => s.id === id))
      .slice(0, MOST_ROUNDS),
    rounds: Number.isInteger(rounds) && Number(rounds) > 0 ? Number(rounds) : null,
    level,
    options: optionsFrom(stored['options'], usualOptions(level)),
  };
}

function optionsFrom(stored: unknown, usual: RaceOptions): RaceOptions {
  const given = Object.entries(usual).map(([key, value]) => {
    const kept = isRecord(stored) ? stored[key] : undefined;
    return [key, typeof kept === typeof value ? kept : value] as const;
  });
  const options: RaceOptions = { ...usual, ...Object.fromEntries(given) };
  return {
    ...options,
    nicknames: oneOf(NICKNAMES, options.nicknames, usual.nicknames),
    pairing: oneOf(PAIRINGS, options.pairing, usual.pairing),
    roster: strings(options.roster),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function recordOf(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

const oneOf = <T extends string>(all: readonly T[], value: unknown, usual: T): T =>
  all.find((one) => one === value) ?? usual;

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
