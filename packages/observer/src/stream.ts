/**
 * What has been seen of the sequence numbers that one endpoint used: which octets, and where its
 * segments began and ended. A receiver's RCV.NXT can only stand at such a mark.
 */
import { atOrBefore, before, distance, type SeqNum } from '@ackade/tcp';

type Span = { from: SeqNum; to: SeqNum };

export type Stream = {
  /** The first number that was seen, the SYN's where there is one. */
  readonly start: SeqNum;
  /** Everything from `start` to here was seen. */
  covered: SeqNum;
  /** What was seen beyond the first gap, in order. */
  ahead: Span[];
  /** Beginnings and ends of segments in order, the latest of them. */
  marks: SeqNum[];
  /** The mark at or after the highest acknowledgement that was looked up. */
  cursor: number;
  /** Some of it went missing before it could be seen. */
  lossy: boolean;
};

/** Marks and spans kept, about as many segments as may be in flight; older ones can no longer convict. */
const MARKS = 2048;
const SPANS = 256;

export const streamFrom = (start: SeqNum, end: SeqNum): Stream => ({
  start,
  covered: end,
  ahead: [],
  marks: start === end ? [start] : [start, end],
  cursor: 0,
  lossy: false,
});

/** Takes note of a segment that occupies [from, to), and says whether all of it had been seen before. */
export function note(stream: Stream, from: SeqNum, to: SeqNum): boolean {
  mark(stream, from);
  mark(stream, to);
  if (from === stream.covered && stream.ahead.length === 0) {
    stream.covered = to;
    return false;
  }
  if (atOrBefore(to, stream.covered)) return true;
  if (before(stream.covered, from)) {
    stream.lossy = true;
    return insert(stream.ahead, from, to);
  }
  advanceTo(stream, to);
  return false;
}

/** Whether the number `n` was seen. */
export const within = (stream: Stream, n: SeqNum): boolean =>
  atOrBefore(stream.start, n) && before(n, stream.covered);

/** Everything before `to` counts as seen, also what the capture lacks. */
export function advanceTo(stream: Stream, to: SeqNum): void {
  if (before(stream.covered, to)) stream.covered = to;
  let first = stream.ahead[0];
  while (first && atOrBefore(first.from, stream.covered)) {
    if (before(stream.covered, first.to)) stream.covered = first.to;
    stream.ahead.shift();
    first = stream.ahead[0];
  }
}

/** Whether [from, to) was in one of the spans already. */
function insert(spans: Span[], from: SeqNum, to: SeqNum): boolean {
  let at = spans.length;
  while (at > 0 && before(from, spans[at - 1]?.from ?? from)) at--;
  const left = spans[at - 1];
  if (left && atOrBefore(to, left.to)) return true;
  if (left && atOrBefore(from, left.to)) left.to = to;
  else {
    if (spans.length >= SPANS) return false;
    spans.splice(at, 0, { from, to });
    at++;
  }
  const grown = spans[at - 1];
  let next = spans[at];
  while (grown && next && atOrBefore(next.from, grown.to)) {
    if (before(grown.to, next.to)) grown.to = next.to;
    spans.splice(at, 1);
    next = spans[at];
  }
  return false;
}

/** Takes note that a segment may begin or end at `n`. */
export function mark(stream: Stream, n: SeqNum): void {
  const { marks } = stream;
  const last = marks[marks.length - 1];
  if (last === n) return;
  if (last === undefined || before(last, n)) {
    marks.push(n);
    trim(stream);
    return;
  }
  // Sent again, or late: almost always at a mark that is there already.
  const at = lookUp(marks, n);
  if (marks[at] === n || at === 0) return;
  marks.splice(at, 0, n);
  if (at < stream.cursor) stream.cursor++;
  trim(stream);
}

/** Forgets the oldest marks. */
function trim(stream: Stream): void {
  if (stream.marks.length <= 2 * MARKS) return;
  stream.marks.splice(0, MARKS);
  stream.cursor = Math.max(0, stream.cursor - MARKS);
}

/** The first mark at or after `n`, or `n` where there is none. */
export const markAfter = ({ marks }: Stream, n: SeqNum): SeqNum => marks[lookUp(marks, n)] ?? n;

/** The index of the first mark at or after `n`; the length where there is none. */
function lookUp(marks: readonly SeqNum[], n: SeqNum): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(marks[middle] ?? n, n)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whether `n` may be a boundary between segments. Inside a segment of more than `largest` octets it may:
 * offloading hands over to the capture what leaves the machine in several pieces.
 */
export function isBoundary(stream: Stream, n: SeqNum, largest: number): boolean {
  const { marks } = stream;
  let at = stream.cursor;
  // Acknowledgements mostly advance, and mostly by a mark or two.
  for (let steps = 0; steps < 4 && at < marks.length; steps++, at++) {
    const mark = marks[at];
    if (mark === n) {
      stream.cursor = at;
      return true;
    }
    if (mark === undefined || before(n, mark)) break;
  }
  at = lookUp(marks, n);
  const right = marks[at];
  if (right === n) {
    if (at > stream.cursor) stream.cursor = at;
    return true;
  }
  const left = marks[at - 1];
  if (left === undefined || right === undefined || stream.lossy) return true;
  return distance(left, right) > largest;
}
