import type { CreateMatch } from '@ackade/contract';
import { LEVELS, type Level } from '@ackade/game';
import { suggestName } from '../parts/suggest-name.ts';
import { rememberedName } from '../player.ts';
import { device } from '../storage.ts';

const SEATS = ['either', 'client', 'server'] as const satisfies readonly CreateMatch['seat'][];
const MODES = ['solo', 'both'] as const satisfies readonly CreateMatch['mode'][];

/** How one practises, whatever the scenario. */
export type Terms = {
  readonly level: Level;
  readonly seat: (typeof SEATS)[number];
  /** Who is at the other end: the bot, or oneself. */
  readonly mode: (typeof MODES)[number];
};

const BEGINNER: Terms = { level: 'flags', seat: 'either', mode: 'solo' };

/** As chosen the last time on this device. */
export function rememberedTerms(): Terms {
  try {
    const stored = JSON.parse(device.get('practice') ?? '{}') as Partial<Terms>;
    return {
      level: LEVELS.find((l) => l === stored.level) ?? BEGINNER.level,
      seat: SEATS.find((s) => s === stored.seat) ?? BEGINNER.seat,
      mode: MODES.find((mode) => mode === stored.mode) ?? BEGINNER.mode,
    };
  } catch {
    return BEGINNER;
  }
}

export const rememberTerms = (terms: Terms): void => device.set('practice', JSON.stringify(terms));

type Playable = { readonly id: string; readonly levels: readonly [Level, ...Level[]] };

/** The level that is played where `wanted` is: the nearest that there is. */
export const levelIn = ({ levels }: Pick<Playable, 'levels'>, wanted: Level): Level =>
  levels.includes(wanted) ? wanted : levels[0];

/** The match that a scenario makes on these terms. */
export const matchOf = (
  scenario: Playable,
  { level, seat, mode }: Terms,
): Omit<CreateMatch, 'player'> => ({
  scenario: scenario.id,
  level: levelIn(scenario, level),
  seat,
  mode,
  name: rememberedName() || suggestName(),
});
