import { distance, type Endpoint, type SeqNum, segLen } from '@ackade/tcp';
import type { Frame } from '../sources/captured.ts';

/** How many of the sequence numbers that a frame occupies an earlier frame of its end had occupied. */
export type Repeats = 'none' | 'some' | 'all';

type Span = readonly [start: number, end: number];

/** Of each frame; `none` of those that occupy no number. */
export function repeatsIn(frames: readonly Frame[]): readonly Repeats[] {
  const seen: Record<Endpoint, Span[]> = { client: [], server: [] };
  const counted = { client: counter(), server: counter() };
  return frames.map(({ from, segment }) => {
    const length = segLen(segment);
    if (length === 0) return 'none';
    const start = counted[from](segment.seq);
    const span: Span = [start, start + length];
    const again = seen[from].reduce((sum, s) => sum + overlap(s, span), 0);
    seen[from] = withSpan(seen[from], span);
    if (again === 0) return 'none';
    return again === length ? 'all' : 'some';
  });
}

/** Counts sequence numbers on where they wrap around. */
function counter(): (n: SeqNum) => number {
  let last: { readonly n: SeqNum; readonly at: number } | null = null;
  return (n) => {
    const at: number = last ? last.at + distance(last.n, n) : 0;
    last = { n, at };
    return at;
  };
}

const overlap = ([a, b]: Span, [c, d]: Span): number =>
  Math.max(0, Math.min(b, d) - Math.max(a, c));

/** Spans that neither overlap nor touch. */
function withSpan(spans: readonly Span[], span: Span): Span[] {
  const touches = ([a, b]: Span): boolean => a <= span[1] && span[0] <= b;
  const joined = spans.filter(touches);
  return [
    ...spans.filter((s) => !touches(s)),
    [Math.min(span[0], ...joined.map(([a]) => a)), Math.max(span[1], ...joined.map(([, b]) => b))],
  ];
}
