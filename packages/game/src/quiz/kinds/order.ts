import {
  ACK,
  controlText,
  FIN,
  has,
  isPureAck,
  type Segment,
  SYN,
  segEnd,
  segLen,
  seq,
} from '@ackade/tcp';
import { wholeLadder } from '../../ladder.ts';
import type { Skill } from '../../scenario.ts';
import type { RowView } from '../../view.ts';
import type { Draft, Lots } from '../question.ts';
import { shuffled } from '../sources/lots.ts';
import type { Play } from '../sources/play.ts';
import type { Kind } from './kind.ts';

export const order: Kind = {
  kind: 'order',
  share: 7,
  sources: { play: inOrder },
};

type SegmentRow = Extract<RowView, { kind: 'segment' }>;

const FEWEST = 3;
const MOST = 5;

/** Segments that follow from one another, shuffled. */
function inOrder({ scenario, calm, last }: Play, lots: Lots): Draft | null {
  if (!calm) return null;
  const { rows } = wholeLadder({ world: last, mistakes: [] });
  const sent = rows.filter((r) => r.kind === 'segment');
  const chain = longestChain(sent, lots);
  // Where SYNs cross, a SYN,ACK goes each way, and either may be first.
  const crossed = chain.filter(({ segment }) => (segment.ctl & (SYN | ACK)) === (SYN | ACK));
  if (chain.length < FEWEST || crossed.length > 1) return null;
  const shown = shuffled([...chain.keys()], lots);
  const right = [...chain.keys()].map((place) => shown.indexOf(place));
  if (right.every((choice, place) => choice === place)) return null;
  const figure = shown.flatMap((place) => chain[place] ?? []);
  return {
    skill: skillOf(chain),
    variant: `${scenario.id}/order/${chain.map(({ segment }) => controlText(segment.ctl)).join('-')}`,
    prompt: { code: 'order', params: { count: chain.length } },
    figure: [],
    frames: null,
    known: null,
    choices: figure.map((row) => ({
      said: { kind: 'sent', from: row.from, segment: segmentIn(row) },
      misconception: null,
    })),
    answer: right,
    explanation: [{ code: 'order', params: {} }],
    rule: '3.10.7.4-5',
    row: null,
    basis: null,
  };
}

const skillOf = (chain: readonly SegmentRow[]): Skill => {
  if (chain.some(({ segment }) => segment.ctl & SYN)) return 'handshake';
  return chain.some(({ segment }) => segment.ctl & FIN) ? 'close' : 'data';
};

/** Some of the segments in a row of which each must come after the one before it. */
function longestChain(rows: readonly SegmentRow[], lots: Lots): readonly SegmentRow[] {
  const links = rows.map((row, i) => {
    const next = rows[i + 1];
    return next !== undefined && follows(row, next);
  });
  const starts = shuffled([...rows.keys()], lots);
  for (const start of starts) {
    let end = start;
    while (links[end] && end - start < MOST - 1) end++;
    const length = end - start + 1;
    if (length >= FEWEST) return rows.slice(start, start + FEWEST + lots(length - FEWEST + 1));
  }
  return [];
}

/**
 * Whether `b` cannot have been sent before `a` has been: it acknowledges its last number, which nothing before it
 * occupied; or it is of the same end and its numbers continue those of `a`.
 */
function follows(a: SegmentRow, b: SegmentRow): boolean {
  const [first, second] = [segmentIn(a), segmentIn(b)];
  if (a.from !== b.from)
    return segLen(first) > 0 && has(second, ACK) && second.ack === segEnd(first);
  if (segLen(first) > 0) return second.seq === segEnd(first);
  return isPureAck(first) && segLen(second) > 0 && second.seq === first.seq;
}

const segmentIn = ({ segment }: SegmentRow): Segment => ({
  ctl: segment.ctl,
  seq: seq(segment.seq),
  ack: seq(segment.ack),
  wnd: segment.wnd,
  len: segment.len,
  up: 0,
});
