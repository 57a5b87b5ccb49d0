/** What the pairs of a round run on: the ideal ladder. It is the solution, so it is told as far as everybody has come. */
import { ENDPOINTS, type Endpoint, FLIGHT, peerOf } from '@ackade/tcp';
import { idealPlay } from '../ideal.ts';
import { wholeLadder } from '../ladder.ts';
import { remembered } from '../remembered.ts';
import type { Scenario } from '../scenario.ts';
import type { RowView } from '../view.ts';
import type { Progress } from './progress.ts';
import { BOT } from './race.ts';

/** The whole ladder. */
export const trackOf = remembered(
  (scenario: Scenario): readonly RowView[] =>
    wholeLadder({ world: idealPlay(scenario), mistakes: [] }).rows,
);

/** Every segment of a track that somebody has to send is a rung. */
export const isRung = (row: RowView): row is Extract<RowView, { kind: 'segment' }> =>
  row.kind === 'segment' && !row.stray && !row.copy;

export const rungsOf = remembered(
  (scenario: Scenario): number => trackOf(scenario).filter(isRung).length,
);

/**
 * What may be told of the track to who has passed its first `rungs` rungs, and no more: what happened at an end before
 * its last of these, and what became of a segment only if its receiver, or the sender of one that got lost, has
 * answered that.
 */
export function trackUpTo(scenario: Scenario, rungs: number): readonly RowView[] {
  const track = trackOf(scenario);
  if (rungs >= rungsOf(scenario)) return track;
  const passed = track.filter(isRung).slice(0, rungs);
  const last = (end: Endpoint) => passed.findLast((row) => row.from === end);
  const answeredAt = (end: Endpoint): number => last(end)?.time ?? Number.NEGATIVE_INFINITY;
  const indexes = new Map(
    ENDPOINTS.map((e) => [e, track.findLastIndex((row) => isRung(row) && row === last(e))]),
  );
  return track.flatMap((row, i): RowView[] => {
    if (row.kind !== 'segment') return i < (indexes.get(row.at) ?? -1) ? [row] : [];
    const { time, arrives, from } = row;
    const landed =
      arrives === null ? time + FLIGHT <= answeredAt(from) : arrives <= answeredAt(peerOf(from));
    if (!isRung(row)) return landed ? [row] : [];
    if (!passed.includes(row)) return [];
    return landed ? [row] : [{ ...row, fate: 'unknown', arrives: null }];
  });
}

/** Whether anybody is still on the way: its match is not over, and not all of it is the bot's. */
const isGoing = ({ over, seats }: Progress): boolean =>
  !over && ENDPOINTS.some((e) => seats[e].racer !== BOT && !seats[e].replaced);

/** How many rungs every pair that is still going has passed; infinitely many where none is. */
export function rungsPassed(pairs: Iterable<Progress>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const pair of pairs) if (isGoing(pair)) least = Math.min(least, pair.rung);
  return least;
}
