import type { BoardPlayer } from '@ackade/game';
import { m } from '../messages/present.ts';
import type { Players } from './pair-words.ts';

/** A player's name, or his number, in the order of joining, where names are hidden. */
export function playerWords({ id, name }: BoardPlayer, players: Players, hidden: boolean): string {
  return hidden ? m.present_player({ number: [...players.keys()].indexOf(id) + 1 }) : name;
}

/** The same of somebody of whom only the name is known; no two players have the same. */
export function namedWords(name: string, players: Players, hidden: boolean): string {
  const player = [...players.values()].find((p) => p.name === name);
  return player ? playerWords(player, players, hidden) : hidden ? '…' : name;
}
