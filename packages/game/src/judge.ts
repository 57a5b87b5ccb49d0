import {
  ACK,
  type Endpoint,
  FIN,
  FLIGHT,
  peerOf,
  RST,
  type Segment,
  SYN,
  segEnd,
  seq,
  step,
  type Tcb,
} from '@ackade/tcp';
import { diagnose } from './diagnose/index.ts';
import { fits, fitsState } from './fits.ts';
import type { Move } from './move.ts';
import { maySilently, type Option, optionsOf } from './owed.ts';
import type { Level } from './scenario.ts';
import type { Consequence, RightVerdict, WrongVerdict } from './verdict.ts';
import type { End, Turn, World } from './world.ts';

type Sent = Extract<Move, { kind: 'send' }>;

/** A verdict, and for a right segment what it settles. */
export type Judgement =
  | { readonly verdict: RightVerdict; readonly option: Option | null }
  | { readonly verdict: WrongVerdict };

/**
 * Says whether `move` is what a TCP at `at` may do now. Right is what the reducer owes, in any of the
 * forms that the RFC leaves open; there is no other list of answers. Undefined where `at` has no open turn.
 */
export function judge(world: World, level: Level, at: Endpoint, move: Move): Judgement | undefined {
  const end = world.ends[at];
  const turn = end.turns[0];
  if (!turn) return undefined;
  const silently = move.kind === 'silent' && maySilently(end.turns);
  if (silently && fitsState(level, turn.after, move))
    return {
      verdict: { right: true, rule: turn.rule, note: 'silence-is-right' },
      option: null,
    };
  const options = optionsOf(end.turns);
  if (move.kind === 'send') {
    const option = options.find((o) => fits(level, o, move));
    if (option) {
      const bare = move.ctl & FIN && !(move.ctl & ACK);
      const note = bare ? 'fin-carries-ack' : option.note;
      return { verdict: { right: true, rule: option.rule, note }, option };
    }
  }
  const rule = turn.rule;
  const misconceptions = diagnose({ world, level, at, move, turn, options });
  const consequence = consequenceOf(world, level, at, move, turn);
  return { verdict: { right: false, rule, misconceptions, consequence } };
}

/** The segment that a move stands for; at `flags` with the numbers that a TCP would put to those bits. */
export function segmentOf(world: World, level: Level, at: Endpoint, move: Sent): Segment {
  const { tcb } = world.ends[at];
  const own = level === 'flags' ? numberFor(world.ends[at], move.ctl) : seq(move.seq);
  const acked = level === 'flags' ? tcb.rcv.nxt : seq(move.ack);
  return {
    ctl: move.ctl,
    seq: own,
    ack: move.ctl & ACK ? acked : seq(0),
    wnd: windowOf(level, move, tcb),
    len: move.len,
    up: 0,
  };
}

function windowOf(level: Level, move: Sent, { rcv }: Tcb): number {
  if (move.ctl & RST) return 0;
  return level === 'full' ? move.wnd : rcv.wnd;
}

function numberFor(end: End, ctl: number): Segment['seq'] {
  const unopened = end.tcb.state === 'CLOSED' || end.tcb.state === 'LISTEN';
  if (ctl & SYN) return unopened ? end.tcb.nextIss : end.tcb.snd.iss;
  const waiting = end.turns.flatMap((t: Turn) => t.due).find((d) => !d.again);
  const last = end.sent.at(-1);
  return waiting?.segment.seq ?? (last ? segEnd(last) : end.tcb.snd.nxt);
}

/** A duplicate ACK may move the window's bookkeeping, but nothing that anybody could notice. */
const sameStanding = (a: Tcb, b: Tcb): boolean =>
  a.state === b.state && a.snd.una === b.snd.una && a.rcv.nxt === b.rcv.nxt;

/**
 * What the peer's TCP really does with a wrong segment: `step`, with nothing kept. That may tell the mover of
 * a loss, or of a crash, before the match does: so would the segment have done, had it been sent. What is due
 * hangs on neither, for a TCP owes what follows from its own TCB alone.
 */
function consequenceOf(
  world: World,
  level: Level,
  at: Endpoint,
  move: Move,
  turn: Turn,
): Consequence {
  // Whether anybody waits for the answer, or a forgery asked for it, is told when the match is over.
  if (move.kind === 'silent') return { kind: turn.due.length > 0 ? 'waits' : 'ignored' };
  const peer = onArrival(world, at);
  const { tcb, out } = step(peer, { segment: segmentOf(world, level, at, move) });
  const answer = out[0];
  const gone = tcb.state === 'CLOSED' || tcb.state === 'LISTEN';
  // A LAST-ACK that is acknowledged, however oddly, has closed in good order.
  const inOrder = peer.state === 'LAST-ACK' && !(move.ctl & RST);
  if (gone && tcb.state !== peer.state && !inOrder) return { kind: 'dies' };
  if (!answer) return { kind: sameStanding(tcb, peer) ? 'ignored' : 'accepted' };
  // The numbers of a reset come from the player's own segment; those of any other answer would tell.
  const mirrored = level !== 'flags' && answer.ctl & RST;
  return mirrored
    ? {
        kind: 'answers',
        ctl: answer.ctl,
        seq: answer.seq,
        ...(answer.ctl & ACK ? { ack: answer.ack } : {}),
      }
    : { kind: 'answers', ctl: answer.ctl };
}

/** The peer's TCB when what `at` sends now comes there: after what `at` has sent before and comes before. */
function onArrival({ ends, flights }: World, at: Endpoint): Tcb {
  const to = peerOf(at);
  return flights
    .filter((f) => f.at === to && f.sent !== null && f.time <= ends[at].time + FLIGHT)
    .toSorted((a, b) => a.time - b.time)
    .reduce((tcb, { segment }) => step(tcb, { segment }).tcb, ends[to].tcb);
}
