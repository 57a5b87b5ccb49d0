import { ACK, type Endpoint, PSH, type Segment } from '@ackade/tcp';
import { wholeLadder } from '../../ladder.ts';
import type { RowView } from '../../view.ts';
import { choicesOf, FEWEST_WRONG, MOST_WRONG } from '../choices.ts';
import type { Moment } from '../moment.ts';
import type { Choice, Draft, Explained, Lots } from '../question.ts';
import { skillOf } from '../skill.ts';
import { shuffled } from '../sources/lots.ts';
import type { Play } from '../sources/play.ts';
import { isStatement } from '../sources/statement.ts';
import { type Mistaken, wrongSegments } from '../wrong/segments.ts';
import type { Kind } from './kind.ts';

export const wrongSegment: Kind = {
  kind: 'wrong-segment',
  share: 9,
  sources: { play: spot },
};

/** A moment whose answer stands in the ladder, and what somebody might have sent instead. */
type Spot = { readonly moment: Moment; readonly row: number; readonly wrong: Mistaken };

/** A ladder of right segments in which one has been replaced. */
function spot({ plain, moments, last }: Play, lots: Lots): Draft | null {
  if (!plain) return null;
  const { rows } = wholeLadder({ world: last, mistakes: [] });
  const spots = spotsIn(shuffled(moments, lots), rows, lots);
  // Until both ends have said something in it, a ladder does not tell where their numbers stand.
  const told = last.scenario.start === 'closed';
  const fault = spots.find((s) => told || !differsInNumbers(s) || hasHeardBoth(rows, s.row));
  const segment = fault?.wrong.segment;
  if (!fault || !segment || spots.length <= FEWEST_WRONG) return null;
  const { moment, row, wrong } = fault;
  const others = spots
    .filter((s) => s !== fault)
    .map(
      (s): Choice => ({ said: { kind: 'row', row: s.row }, misconception: s.wrong.misconception }),
    );
  const { turn, event, due, at } = moment;
  return {
    skill: skillOf(turn.before, event, due),
    variant: `${moment.variant}>${wrong.misconception}`,
    prompt: { code: 'wrong-segment', params: { start: last.scenario.start } },
    figure: rows.with(row, replaced(rows[row], segment)),
    frames: null,
    known: null,
    explanation: explained(at, due, wrong.misconception),
    rule: turn.rule,
    row,
    basis: null,
    ...choicesOf({ kind: 'row', row }, others, lots),
  };
}

/** The first few that there are. */
function spotsIn(moments: readonly Moment[], rows: readonly RowView[], lots: Lots): Spot[] {
  const spots: Spot[] = [];
  for (const moment of moments) {
    const row = rowOf(moment, rows);
    if (row < 0) continue;
    const wrong = wrongSegments(moment, MOST_WRONG, lots).find(({ segment }) =>
      keepsData(segment, moment.due),
    );
    if (wrong) spots.push({ moment, row, wrong });
    if (spots.length > MOST_WRONG) break;
  }
  return spots;
}

/** Where what was due stands in the ladder, or −1. */
function rowOf({ due, at, world, options }: Moment, rows: readonly RowView[]): number {
  if (!due || options.length !== 1) return -1;
  const { time } = world.ends[at];
  return rows.findIndex(
    (r) =>
      r.kind === 'segment' &&
      r.from === at &&
      r.time === time &&
      r.segment.ctl === due.ctl &&
      r.segment.seq === due.seq &&
      r.segment.ack === due.ack,
  );
}

/** The data stays where it was, so that only what is wrong is. */
const keepsData = (wrong: Segment | null, due: Segment | null): boolean =>
  wrong !== null && due !== null && (due.len === 0 || wrong.len === due.len);

const differsInNumbers = ({ moment, wrong }: Spot): boolean =>
  (wrong.segment?.ctl ?? 0) === moment.due?.ctl;

function hasHeardBoth(rows: readonly RowView[], before: number): boolean {
  const said = new Set<Endpoint>();
  for (const row of rows.slice(0, before)) if (row.kind === 'segment') said.add(row.from);
  return said.size === 2;
}

function replaced(row: RowView | undefined, { ctl, seq, ack, wnd, len }: Segment): RowView {
  if (row?.kind !== 'segment') throw new Error('only a segment can be replaced');
  return { ...row, again: false, segment: { ...row.segment, ctl, seq, ack, wnd, len } };
}

function explained(at: Endpoint, due: Segment | null, misconception: string): readonly Explained[] {
  if (!due) return [];
  const { ctl, seq, ack, len } = due;
  return [
    { code: 'should-be', params: { at, ctl: ctl & ~PSH, seq, len, ...(ctl & ACK ? { ack } : {}) } },
    ...(isStatement(misconception)
      ? [{ code: 'statement', params: { statement: misconception, form: 'right' } } as const]
      : []),
  ];
}
