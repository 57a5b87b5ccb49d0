/**
 * A text sequence diagram: two lifelines, time runs down, each segment is an arrow, and what happens at an end
 * stands beside its lifeline. It is made row by row and keeps nothing of the rows before, so it can be as long
 * as a capture.
 */
import { type Endpoint, peerOf } from './link.ts';
import { ACK, controlText, has, RST, type Segment, URG } from './segment.ts';
import { distance, type SeqNum } from './seq.ts';
import { STATES, type State } from './state.ts';

/**
 * How far an arrow goes: `whole` from end to end; `lost` breaks off on the way; `leaves` and `arrives` are two
 * parts of one way between which something else is drawn; `stopped` never gets onto it.
 */
export type Way = 'whole' | 'lost' | 'leaves' | 'arrives' | 'stopped';

export type LadderRow = {
  /** Seconds, 0 or more. */
  readonly time: number;
  /** Words that stand below. */
  readonly note?: string;
  /** The states of both ends after it; shown only by a ladder with `states`. */
  readonly states?: Readonly<Record<Endpoint, State>>;
} & (
  | {
      readonly from: Endpoint;
      readonly segment: Segment;
      /** `whole` unless told. */
      readonly way?: Way;
    }
  | {
      readonly at: Endpoint;
      /** What happens there, in words. */
      readonly event: string;
    }
);

export type LadderStyle = {
  /** Columns that a line may take; the lifelines stand no closer than 28. */
  readonly width: number;
  /** What stands above the lifelines. */
  readonly names: Readonly<Record<Endpoint, string>>;
  /** Whether there is a column for the states on either side. */
  readonly states: boolean;
  /** The number of each end that is written as 0; null writes all numbers as they are. */
  readonly base: Readonly<Record<Endpoint, SeqNum>> | null;
};

export type Ladder = {
  readonly head: readonly string[];
  readonly row: (row: LadderRow) => readonly string[];
};

/** What stands between the lifelines: on the line that has the time, and above and below it. */
type Drawn = {
  readonly above: readonly string[];
  readonly middle: string;
  readonly below: readonly string[];
};

const TIME = 9;
const STATE = Math.max(...STATES.map((state) => state.length));
const MIN_SPAN = 28;
/** How long an arrow is that does not go the whole way, as a share of it. */
const PART = 0.75;
/** What an arrow ends with. `...` is the RFC's for a segment still in the network (§3.5). */
const TIPS: Readonly<Record<Way, string>> = {
  whole: '>',
  lost: 'X',
  leaves: '...',
  arrives: '>',
  stopped: '!',
};

/** The ladder of `style`; its lines have no line ends and no trailing spaces. */
export function ladder({ width, names, states, base }: LadderStyle): Ladder {
  const side = states ? STATE + 1 : 0;
  const span = Math.max(MIN_SPAN, width - TIME - 1 - 2 * side - 2);
  const line = (middle: string, time = '', left = '', right = ''): string =>
    `${time.padStart(TIME)} ${left.padEnd(side)}|${middle.padEnd(span)}| ${right}`.trimEnd();
  const inside = (text: string): string[] => wrap(text, span - 2).map((part) => line(` ${part}`));

  function sending({
    from,
    segment,
    way = 'whole',
  }: Extract<LadderRow, { from: Endpoint }>): Drawn {
    const label = labelOf(segment, from, base);
    const labelled = arrow(from, label, span, way);
    if (labelled !== null) return { above: [], middle: labelled, below: [] };
    const above = wrap(label, span - 2).map((part) => ` ${part}`);
    return { above, middle: arrow(from, '', span, way) ?? '', below: [] };
  }

  function happening({ at, event }: Extract<LadderRow, { at: Endpoint }>): Drawn {
    const [middle = '', ...below] = wrap(`[${event}]`, span - 2).map((part) =>
      at === 'client' ? ` ${part}` : `${part} `.padStart(span),
    );
    return { above: [], middle, below };
  }

  const margin = ' '.repeat(TIME + 1 + side);
  const apart = span + 2 - names.client.length;
  const head =
    apart > names.server.length
      ? [`${margin}${names.client}${names.server.padStart(apart)}`]
      : [`${margin}${names.client}`, `${margin}${names.server.padStart(span + 2)}`];

  return {
    head: [...head, line('')],
    row: (row) => {
      const { time, note = '', states: after } = row;
      const { above, middle, below } = 'event' in row ? happening(row) : sending(row);
      return [
        ...above.map((part) => line(part)),
        line(middle, clock(time), states ? after?.client : '', states ? after?.server : ''),
        ...below.map((part) => line(part)),
        ...inside(note),
      ];
    },
  };
}

/** Microseconds while there is room for them. */
const clock = (time: number): string => time.toFixed(6).slice(0, TIME);

/** `SYN,ACK seq=300 ack=101`. Of windows only the closed one is told: it is what stops a sender. */
function labelOf(s: Segment, from: Endpoint, base: LadderStyle['base']): string {
  const number = (n: SeqNum, owner: Endpoint): number => (base ? distance(base[owner], n) : n);
  return [
    controlText(s.ctl),
    `seq=${number(s.seq, from)}`,
    ...(has(s, ACK) ? [`ack=${number(s.ack, peerOf(from))}`] : []),
    ...(s.len > 0 ? [`len=${s.len}`] : []),
    ...(has(s, URG) ? [`up=${s.up}`] : []),
    ...(s.wnd === 0 && !has(s, RST) ? ['win=0'] : []),
  ].join(' ');
}

/** An arrow as long as its way, or null where it has no room for its label. */
function arrow(from: Endpoint, label: string, span: number, way: Way): string | null {
  const text = label === '' ? '' : ` ${label} `;
  const tail = way === 'arrives' ? TIPS.leaves : '-';
  const tip = TIPS[way];
  const needed = tail.length + text.length + tip.length;
  const reach = reachOf(way, span, needed);
  if (needed > reach) return null;
  const shaft = reach - tail.length - tip.length;
  const begins = way !== 'arrives';
  if (from === 'client') {
    const drawn = tail + text.padEnd(shaft, '-') + tip;
    return begins ? drawn : drawn.padStart(span);
  }
  const drawn = tip.replace('>', '<') + text.padStart(shaft, '-') + tail;
  return begins ? drawn.padStart(span) : drawn;
}

function reachOf(way: Way, span: number, needed: number): number {
  if (way === 'whole') return span;
  const least = way === 'stopped' ? 0 : Math.floor(span * PART);
  return Math.min(span - 2, Math.max(least, needed));
}

/** Breaks `text` at its spaces into parts of at most `width`; a longer word is cut. */
function wrap(text: string, width: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const end = space > 0 ? space : width;
    parts.push(rest.slice(0, end));
    rest = rest.slice(space > 0 ? end + 1 : end);
  }
  return rest === '' ? parts : [...parts, rest];
}
