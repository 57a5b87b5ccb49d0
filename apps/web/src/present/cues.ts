/** What is to be heard of a change of the board. */
import type { Progress } from '@ackade/game';
import type { BoardState } from '../race/board.ts';

export type Cue = 'join' | 'go' | 'rung' | 'finish' | 'podium';

/** Nothing is heard of a page being opened. */
export function cuesBetween(before: BoardState | null, after: BoardState): readonly Cue[] {
  if (!before) return [];
  const heard: Cue[] = [];
  if (after.head.phase === 'lobby' && after.players.size > before.players.size) heard.push('join');
  if (after.head.round > before.head.round) heard.push('go');
  if (after.head.phase === 'round' && after.head.round === before.head.round) {
    const some = (holds: (now: Progress, then: Progress) => boolean): boolean =>
      [...after.pairs.values()].some((now) => {
        const then = before.pairs.get(now.match);
        return then !== undefined && then !== now && holds(now, then);
      });
    if (some((now, then) => now.over && !then.over)) heard.push('finish');
    else if (some((now, then) => now.rung > then.rung)) heard.push('rung');
  }
  if (after.head.phase === 'podium' && before.head.phase !== 'podium') heard.push('podium');
  return heard;
}
