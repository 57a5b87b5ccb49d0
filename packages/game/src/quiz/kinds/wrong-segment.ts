import { type Endpoint, PSH, type Segment } from '@ackade/tcp';
import { wholeLadder } from '../../ladder.ts';
import type { RowView } from '../../view.ts';
import { choicesOf, FEWEST_WRONG, MOST_WRONG } from '../choices.ts';
import type { Moment } from '../moment.ts';
import type { Choice, Draft, Lots, Phrase } from '../question.ts';
import { skillOf } from '../skill.ts';
import { shuffled } from '../sources/lots.ts';
import type { Play } from '../sources/play.ts';
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
  const spots = moments.flatMap((moment) => spotOf(moment, rows, lots));
  // Until both ends have said something in it, a ladder does not tell where their numbers stand.
  const told = last.scenario.start === 'closed';
  const [fault] = shuffled(
    spots.filter((s) => told || !differsInNumbers(s) || hasHeardBoth(rows, s.row)),
    lots,
  );
  const segment = fault?.wrong.segment;
  if (!fault || !segment) return null;
  const { moment, row, wrong } = fault;
  const others = spots
    .filter((s) => s.row !== row)
    .map(
      (s): Choice => ({ said: { kind: 'row', row: s.row }, misconception: s.wrong.misconception }),
    );
  if (others.length < FEWEST_WRONG) return null;
  const { turn, event, due, at } = moment;
  return {
    skill: skillOf(turn.before, event, due),
    variant: `${moment.variant}>${wrong.misconception}`,
    prompt: { code: 'wrong-segment', params: { start: last.scenario.start } },
    figure: rows.with(row, replaced(rows[row], segment)),
    known: null,
    explanation: explained(at, due, wrong.misconception),
    rule: turn.rule,
    basis: null,
    ...choicesOf({ kind: 'row', row }, shuffled(others, lots).slice(0, MOST_WRONG), lots),
  };
}

function spotOf(moment: Moment, rows: readonly RowView[], lots: Lots): Spot[] {
  const { due, at, world } = moment;
  if (!due || moment.options.length !== 1) return [];
  const { time } = world.ends[at];
  const row = rows.findIndex(
    (r) =>
      r.kind === 'segment' &&
      r.from === at &&
      r.time === time &&
      r.segment.ctl === due.ctl &&
      r.segment.seq === due.seq &&
      r.segment.ack === due.ack,
  );
  const found = wrongSegments(moment, MOST_WRONG, lots).find(
    ({ segment }) => segment !== null && plausible(segment, due),
  );
  return row >= 0 && found ? [{ moment, row, wrong: found }] : [];
}

/** The data stays where it was, so that only what is wrong is. */
const plausible = (wrong: Segment, due: Segment): boolean => due.len === 0 || wrong.len === due.len;

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

function explained(at: Endpoint, due: Segment | null, misconception: string): readonly Phrase[] {
  if (!due) return [];
  const { ctl, seq, ack, len } = due;
  return [
    { code: 'should-be', params: { at, ctl: ctl & ~PSH, seq, ack, len } },
    { code: `right:${misconception}`, params: {} },
  ];
}
