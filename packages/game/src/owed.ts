/**
 * Which segments are right now. The core says what an endpoint owes (`Turn.due`); the RFC leaves its
 * output stage some freedom in how to put that on the wire, and the choices are listed here. Two that it leaves
 * too are not asked for in the game: to hold an ACK back (§3.8.6.3), and to cut a SEND into smaller pieces.
 */
import {
  ACK,
  atOrBefore,
  before,
  type Endpoint,
  FIN,
  isPureAck,
  RST,
  type RuleId,
  type Segment,
  type State,
  SYN,
  segEnd,
  synchronized,
} from '@ackade/tcp';
import type { Move } from './move.ts';
import type { Note } from './verdict.ts';
import type { Due, Turn, World } from './world.ts';
import { withTurns } from './world.ts';

/** A segment that would be right, and what it settles. */
export type Option = {
  readonly segment: Segment;
  /** How many of the due segments, counted over the open turns from the oldest, it settles … */
  readonly settles: ReadonlySet<number>;
  readonly rule: RuleId;
  readonly note: Note | null;
  /** The state that the endpoint is in afterwards. */
  readonly state: State;
};

/** The move that makes of `option` what it is at any level. */
export const moveFor = ({ segment, state }: Option): Extract<Move, { kind: 'send' }> => ({
  kind: 'send',
  ctl: segment.ctl,
  seq: segment.seq,
  ack: segment.ack,
  len: segment.len,
  wnd: segment.wnd,
  state,
});

type Item = Due & { readonly turn: Turn };

const itemsOf = (turns: readonly Turn[]): Item[] =>
  turns.flatMap((turn) => turn.due.map((due) => ({ ...due, turn })));

/** Staying silent is right exactly when nothing is due in answer to the oldest event. */
export const maySilently = (turns: readonly Turn[]): boolean => turns[0]?.due.length === 0;

/** Every segment that the endpoint may send now, the plainest first. */
export function optionsOf(turns: readonly Turn[]): readonly Option[] {
  const items = itemsOf(turns);
  if (items.length === 0) return [];
  const content = items.findIndex((i) => !isPureAck(i.segment));
  return [
    ...pureAcks(items, content),
    ...contents(items, content),
    ...bareAckForSyn(items, content),
    ...resetWithAck(items),
  ];
}

/**
 * A pure ACK may acknowledge anything up to what has arrived: it then stands for all the ACKs due
 * before it (§3.4: acknowledgement is cumulative). It carries the number of what is sent next.
 */
function pureAcks(items: readonly Item[], content: number): Option[] {
  const ahead = items.findIndex((i) => !isPureAck(i.segment) && !i.again && !(i.segment.ctl & RST));
  const next = items[ahead]?.segment.seq;
  const options: Option[] = [];
  const settles = new Set<number>();
  for (const [i, item] of items.entries()) {
    if (!isPureAck(item.segment)) continue;
    // Nothing overtakes a SYN, and nothing follows a RST.
    if (i > content && (items[content]?.segment.ctl ?? 0) & (SYN | RST)) break;
    const first = settles.size === 0;
    const repeats = !first && item.segment.ack === options.at(-1)?.segment.ack;
    settles.add(i);
    // Two equal ACKs answer two events; the second is not implied by the first.
    if (repeats) continue;
    const finNext =
      ((items[content]?.segment.ctl ?? 0) & FIN) !== 0 && item.turn.rule === '3.10.7.4-8';
    options.push({
      segment: next !== undefined && i > ahead ? { ...item.segment, seq: next } : item.segment,
      settles: new Set(settles),
      rule: item.turn.rule,
      state: item.turn.after,
      note: first ? (finNext && i < content ? 'ack-before-fin' : null) : 'cumulative-ack',
    });
  }
  return options;
}

/** The first due segment that is more than an ACK, with the ACKs around it folded in. */
function contents(items: readonly Item[], content: number): Option[] {
  const item = items[content];
  if (!item) return [];
  const settles = new Set(items.slice(0, content + 1).keys());
  const plain: Option = {
    segment: item.segment,
    settles,
    rule: item.turn.rule,
    state: item.turn.after,
    note: noteOf(item, items.slice(0, content)),
  };
  if (!(item.segment.ctl & ACK) || item.segment.ctl & (RST | SYN)) return [plain];
  const current = withLaterAcks(plain, items, content);
  const joined = joinedWith(plain, items, content);
  const fin = finBehind(items, content);
  if (fin < 0) return [...current, ...joined];
  const merged: Option = {
    segment: {
      ...item.segment,
      ctl: item.segment.ctl | FIN,
      ack: items[fin]?.segment.ack ?? item.segment.ack,
    },
    settles: new Set(items.slice(0, fin + 1).keys()),
    rule: item.turn.rule,
    state: items[fin]?.turn.after ?? item.turn.after,
    note: 'fin-on-data',
  };
  return [...current, ...joined, ...withLaterAcks(merged, items, fin)];
}

/**
 * Octets that follow one another may go in one segment, sent before in several or not (§3.7: TCP keeps no
 * boundaries). Those of one event have one acknowledgement.
 */
function joinedWith(plain: Option, items: readonly Item[], content: number): Option[] {
  const item = items[content];
  const next = items[content + 1];
  if (!item || item.segment.len === 0) return [];
  if (item.joined) return [{ ...plain, segment: item.joined, note: 'data-joined' }];
  const { segment } = item;
  if (next?.turn !== item.turn || next.segment.len === 0) return [];
  if (next.segment.seq !== segEnd(segment)) return [];
  return [
    {
      ...plain,
      segment: { ...next.segment, seq: segment.seq, len: segment.len + next.segment.len },
      settles: new Set([...plain.settles, content + 1]),
      note: 'data-joined',
    },
  ];
}

/** The same segment with the acknowledgement of what has arrived since it fell due. */
function withLaterAcks(option: Option, items: readonly Item[], from: number): Option[] {
  const options = [option];
  const settles = new Set(option.settles);
  for (const [i, item] of items.entries()) {
    if (i <= from || !isPureAck(item.segment)) continue;
    if (!atOrBefore(option.segment.ack, item.segment.ack)) continue;
    settles.add(i);
    options.push({
      ...option,
      segment: { ...option.segment, ack: item.segment.ack },
      settles: new Set(settles),
      state: item.turn.after,
    });
  }
  return options;
}

/** Where the FIN stands that follows the data at `content` without a gap, or −1. */
function finBehind(items: readonly Item[], content: number): number {
  const data = items[content]?.segment;
  if (!data || data.len === 0 || data.ctl & FIN) return -1;
  const next = items.findIndex((i, at) => at > content && !isPureAck(i.segment));
  const segment = items[next]?.segment;
  return segment && segment.ctl & FIN && segment.len === 0 && segment.seq === segEnd(data)
    ? next
    : -1;
}

/**
 * A SYN repeated in SYN-RECEIVED lies left of the window, and the letter of §3.10.7.4 answers it with
 * a bare ACK. Real stacks send their SYN,ACK again, as the core does; both are right.
 */
function bareAckForSyn(items: readonly Item[], content: number): Option[] {
  const item = items[content];
  if (!item || content > 0 || item.turn.rule !== '3.10.7.4-1') return [];
  const { segment, turn } = item;
  if ((segment.ctl & (SYN | ACK)) !== (SYN | ACK)) return [];
  return [
    {
      segment: { ...segment, ctl: ACK, seq: segEnd(segment) },
      settles: new Set([content]),
      rule: turn.rule,
      state: turn.after,
      note: 'bare-ack-for-repeated-syn',
    },
  ];
}

/** ABORT sends a bare RST (§3.10.5); real stacks put the ACK of every segment on it, which changes nothing. */
function resetWithAck(items: readonly Item[]): Option[] {
  const [item] = items;
  if (item?.turn.rule !== '3.10.5' || !(item.segment.ctl & RST)) return [];
  const { segment, turn } = item;
  const { before } = turn;
  if (!synchronized(before.state)) return [];
  return [
    {
      segment: { ...segment, ctl: RST | ACK, ack: before.rcv.nxt, wnd: before.rcv.wnd },
      settles: new Set([0]),
      rule: turn.rule,
      state: turn.after,
      note: 'reset-with-ack',
    },
  ];
}

function noteOf(item: Item, acksBefore: readonly Item[]): Note | null {
  if (item.again) return 'sent-again';
  if (acksBefore.length === 0) return null;
  const acksFin = acksBefore.some(({ turn }) => turn.rule === '3.10.7.4-8');
  return acksFin && item.segment.ctl & FIN
    ? 'ack-and-fin-merged'
    : item.segment.len > 0
      ? 'ack-on-data'
      : null;
}

/** What has been acknowledged stays so: a segment sent later does not go back behind it (§3.8). */
const upToDate = (due: Segment, sent: Segment): Segment =>
  due.ctl & sent.ctl & ACK && before(due.ack, sent.ack) ? { ...due, ack: sent.ack } : due;

/** The world after `at` has settled what `option` settles. Older turns in which silence was due close too. */
export function settle(world: World, at: Endpoint, option: Option): World {
  let index = 0;
  const last = Math.max(...option.settles);
  const turns: Turn[] = [];
  for (const turn of world.ends[at].turns) {
    const passed = turn.due.length === 0 && index <= last;
    const due = turn.due
      .filter(() => !option.settles.has(index++))
      .map((d) => ({ ...d, segment: upToDate(d.segment, option.segment) }));
    if (!passed && (due.length > 0 || turn.due.length === 0)) turns.push({ ...turn, due });
  }
  return withTurns(world, at, turns);
}
