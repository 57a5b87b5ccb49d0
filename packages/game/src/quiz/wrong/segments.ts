/** What somebody with a misconception would send in place of the right segment. */
import { ACK, add, FIN, has, PSH, RST, type RuleId, type Segment, SYN, seq } from '@ackade/tcp';
import { diagnose, GROUPS } from '../../diagnose/index.ts';
import { segmentOf } from '../../judge.ts';
import type { Misconception } from '../../misconception.ts';
import type { Move } from '../../move.ts';
import type { Moment } from '../moment.ts';
import type { Lots } from '../question.ts';
import { shuffled } from '../sources/lots.ts';

/** A wrong answer, null being silence, and the belief that it comes of. */
export type Mistaken = { readonly segment: Segment | null; readonly misconception: Misconception };

/** Codes that only say what differs: nobody believes anything by them. */
const DIFFERENCES: ReadonlySet<Misconception> = new Set(
  GROUPS.flatMap((g) => g.differences.map(([code]) => code)),
);

/** At most `most` wrong answers with other control bits than the right one, or none, each of another belief. */
export const wrongBits = (moment: Moment, most: number, lots: Lots): Mistaken[] =>
  believed(moment, [...otherBits(moment), ...silence(moment)], most, lots);

/** The same with the right control bits and wrong numbers. */
export const wrongNumbers = (moment: Moment, most: number, lots: Lots): Mistaken[] =>
  believed(moment, otherNumbers(moment), most, lots);

export const wrongSegments = (moment: Moment, most: number, lots: Lots): Mistaken[] =>
  believed(moment, [...otherBits(moment), ...silence(moment), ...otherNumbers(moment)], most, lots);

function believed(
  moment: Moment,
  candidates: readonly (Segment | null)[],
  most: number,
  lots: Lots,
): Mistaken[] {
  const found: Mistaken[] = [];
  for (const segment of shuffled(candidates, lots)) {
    if (found.length === most) break;
    if (isRight(moment, segment) || found.some((m) => looksLike(m.segment, segment))) continue;
    const misconception = beliefBehind(moment, segment);
    if (DIFFERENCES.has(misconception)) continue;
    if (!found.some((m) => m.misconception === misconception))
      found.push({ segment, misconception });
  }
  return found;
}

const isRight = ({ options, due }: Moment, segment: Segment | null): boolean =>
  segment === null ? due === null : options.some((o) => looksLike(o.segment, segment));

/** Equal in all that an answer shows: PSH and the window are not asked for. */
export const looksLike = (a: Segment | null, b: Segment | null): boolean =>
  a === null || b === null
    ? a === b
    : (a.ctl | PSH) === (b.ctl | PSH) &&
      a.seq === b.seq &&
      a.len === b.len &&
      (!has(a, ACK) || a.ack === b.ack);

function beliefBehind(
  { world, at, turn, options }: Moment,
  segment: Segment | null,
): Misconception {
  const move: Move = segment
    ? { kind: 'send', ...segment, state: null }
    : { kind: 'silent', state: null };
  return diagnose({ world, level: 'numbers', at, move, turn, options })[0];
}

/** In answer to these an ACK may be held back for a moment (§3.8.6.3), so silence is not quite wrong. */
const MAY_WAIT: ReadonlySet<RuleId> = new Set(['3.10.7.4-7', '3.10.7.4-8']);

const silence = ({ turn }: Moment): null[] => (MAY_WAIT.has(turn.rule) ? [] : [null]);

const BITS = [ACK, SYN, SYN | ACK, FIN | ACK, FIN, RST, RST | ACK];

function otherBits({ world, at, due }: Moment): Segment[] {
  const right = due ? due.ctl & ~PSH : null;
  const bits = right === ACK && due && due.len > 0 ? BITS : BITS.filter((ctl) => ctl !== right);
  return bits.map((ctl) =>
    segmentOf(world, 'flags', at, {
      kind: 'send',
      ctl,
      seq: 0,
      ack: 0,
      len: 0,
      wnd: 0,
      state: null,
    }),
  );
}

const HALF = 2 ** 31;

function otherNumbers({ world, at, turn, event, due }: Moment): Segment[] {
  if (!due) return [];
  const { snd, rcv } = world.ends[at].tcb;
  const arrived = 'segment' in event ? event.segment : null;
  const seqs = [
    add(due.seq, 1),
    add(due.seq, -1),
    add(due.seq, HALF),
    due.ack,
    seq(has(due, SYN) ? 0 : 1),
    turn.before.snd.nxt,
    snd.una,
  ];
  const acks = [
    add(due.ack, 1),
    add(due.ack, -1),
    add(due.ack, HALF),
    due.seq,
    seq(1),
    ...(arrived ? [arrived.seq] : []),
    ...rcv.held.map((span) => span.end),
    ...(rcv.fin === null ? [] : [add(rcv.fin, 1)]),
  ];
  return [
    ...seqs.map((n) => ({ ...due, seq: n })),
    ...(has(due, ACK) ? acks.map((n) => ({ ...due, ack: n })) : []),
  ];
}
