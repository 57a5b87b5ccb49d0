/** What a film shows at a moment: the moment after the step of that index. */
import type { Replay } from '@ackade/game';
import type { MistakeRow } from '../words/mistake.ts';

export type Step = Replay['steps'][number];
export type Tcb = Step['tcbs']['client'];

/** How much of each row has happened: a segment that is still under way, half. */
export function shownAt(
  steps: readonly Step[],
  at: number,
): (row: number) => 'none' | 'half' | 'whole' {
  const parts = new Map(
    steps
      .slice(0, at + 1)
      .map(({ row, part }) => [row, part === 'sent' ? 'half' : 'whole'] as const),
  );
  return (row) => parts.get(row) ?? 'none';
}

/** The variables as RFC 9293 names them, in the order in which they are shown. */
export const VARIABLES = [
  ['SND.UNA', 'una'],
  ['SND.NXT', 'nxt'],
  ['SND.WND', 'wnd'],
  ['RCV.NXT', 'rcvNxt'],
  ['RCV.WND', 'rcvWnd'],
  ['ISS', 'iss'],
] as const satisfies readonly (readonly [string, keyof Tcb])[];

export type WrongMove = {
  /** The index of its step. */
  readonly step: number;
  readonly row: MistakeRow;
};

export const wrongMoves = ({ steps, rows }: Replay): readonly WrongMove[] =>
  steps.flatMap((moment, step) => {
    const row = rows[moment.row];
    return row?.kind === 'mistake' ? [{ step, row }] : [];
  });

/** The moment that an address asks for, as people count: `?step=1` is the first. */
export function momentIn(search: string, count: number): number {
  const step = Number(new URLSearchParams(search).get('step') ?? 1);
  return Number.isInteger(step) ? within(step - 1, count) : 0;
}

/** What an address says of a moment: of the first, nothing. */
export const searchFor = (at: number): string => (at === 0 ? '' : `?step=${at + 1}`);

/** `at`, or what is nearest to it among `count` steps. */
export const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
