/**
 * A text sequence diagram: two lifelines, time runs down, each segment is an arrow. It is made row by
 * row and keeps nothing of the rows before, so it can be as long as a capture.
 */
import { type Endpoint, type Fate, peerOf } from './link.ts';
import { ACK, controlText, has, RST, type Segment, URG } from './segment.ts';
import { distance, type SeqNum } from './seq.ts';
import { STATES, type State } from './tcb.ts';

export type LadderRow = {
  /** Seconds, 0 or more. */
  readonly time: number;
  readonly from: Endpoint;
  readonly segment: Segment;
  /** A lost segment's arrow breaks off; `delivered` unless told. */
  readonly fate?: Fate;
  /** Words that stand below the arrow. */
  readonly note?: string;
  /** The states of both ends after it; shown only by a ladder with `states`. */
  readonly states?: Readonly<Record<Endpoint, State>>;
};

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

const TIME = 9;
const STATE = Math.max(...STATES.map((state) => state.length));
const MIN_SPAN = 28;
/** How far a lost segment gets, as a share of the way. */
const LOST_AT = 0.75;

/** The ladder of `style`; its lines have no line ends and no trailing spaces. */
export function ladder({ width, names, states, base }: LadderStyle): Ladder {
  const side = states ? STATE + 1 : 0;
  const span = Math.max(MIN_SPAN, width - TIME - 1 - 2 * side - 2);
  const line = (middle: string, time = '', left = '', right = ''): string =>
    `${time.padStart(TIME)} ${left.padEnd(side)}|${middle.padEnd(span)}| ${right}`.trimEnd();
  const inside = (text: string): string[] => wrap(text, span - 2).map((part) => line(` ${part}`));

  const margin = ' '.repeat(TIME + 1 + side);
  const apart = span + 2 - names.client.length;
  const head =
    apart > names.server.length
      ? [`${margin}${names.client}${names.server.padStart(apart)}`]
      : [`${margin}${names.client}`, `${margin}${names.server.padStart(span + 2)}`];

  return {
    head: [...head, line('')],
    row({ time, from, segment, fate = 'delivered', note = '', states: after }) {
      const label = labelOf(segment, from, base);
      const whole = arrow(from, label, span, fate);
      const drawn = whole ?? arrow(from, '', span, fate) ?? '';
      return [
        ...(whole === null ? inside(label) : []),
        line(drawn, clock(time), states ? after?.client : '', states ? after?.server : ''),
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

/** An arrow as long as the way, or null where it has no room for its label. */
function arrow(from: Endpoint, label: string, span: number, fate: Fate): string | null {
  const text = label === '' ? '' : ` ${label} `;
  const needed = text.length + 2;
  const lost = fate === 'lost';
  const reach = lost ? Math.min(span - 2, Math.max(Math.floor(span * LOST_AT), needed)) : span;
  if (needed > reach) return null;
  return from === 'client'
    ? `${`-${text}`.padEnd(reach - 1, '-')}${lost ? 'X' : '>'}`
    : `${lost ? 'X' : '<'}${`${text}-`.padStart(reach - 1, '-')}`.padStart(span);
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
