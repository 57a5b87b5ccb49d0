/** What a pair is called. */
import type { BoardPlayer, Progress } from '@ackade/game';
import { m } from '../messages/present.ts';
import type { Endpoint } from '../words/role.ts';

export type Players = ReadonlyMap<string, BoardPlayer>;

const BOT = 'bot';

/** Who sits at an end: null for the bot, and for nobody that is known. */
export const nameAt = ({ seats }: Progress, end: Endpoint, players: Players): string | null =>
  seats[end].racer === BOT ? null : (players.get(seats[end].racer)?.name ?? null);

/** `Ada · Bo`, or the number of a pair whose names are hidden. */
export function pairWords(
  pair: Progress,
  number: number,
  players: Players,
  hidden: boolean,
): string {
  if (hidden) return m.present_pair({ number });
  const [a, b] = (['client', 'server'] as const).map(
    (end) => nameAt(pair, end, players) ?? m.present_bot(),
  );
  return `${a} · ${b}`;
}

/** The letter that stands for a name. */
export const initialOf = (name: string): string => ([...name.trim()][0] ?? '').toUpperCase();
