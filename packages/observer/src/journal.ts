import type { Endpoint, Packet, Segment, SeqNum, State } from '@ackade/tcp';
import { STATES } from '@ackade/tcp';
import type { Sighting } from './conversation.ts';
import { FINDINGS, type Reason } from './verdict.ts';

/**
 * Everything that was said of every segment, in columns: some thirty octets a segment, where an object
 * would take two hundred. A capture of a hundred megabytes holds a million segments.
 */
export type Journal = {
  readonly length: () => number;
  /** Writes row `at`: one that is there already, or the next. */
  readonly write: (at: number, row: Row) => void;
  /** Takes back what was said in row `row`. */
  readonly amend: (row: number, reason: Reason) => void;
  /** Takes back the states after row `row`. */
  readonly restate: (row: number, client: State, server: State) => void;
  readonly read: (row: number) => Sighting;
  /** The segment in row `row` as it came. */
  readonly seen: (row: number) => Seen;
  readonly isViolation: (row: number) => boolean;
};

/** What of a packet there is to judge. */
export type Seen = Pick<Packet, 'segment' | 'mss' | 'shift'>;

/** A row as it is written; `time` in seconds. One object may serve for all of them. */
export type Row = {
  frame: number;
  time: number;
  from: Endpoint;
  seen: Seen;
  reason: Reason;
  client: State;
  server: State;
};

const CODE = new Map<Reason, number>(FINDINGS.map(({ reason }, code) => [reason, code]));
const STATE = new Map<State, number>(STATES.map((state, code) => [state, code]));

const pair = (client: State, server: State): number =>
  (STATE.get(client) ?? 0) * 16 + (STATE.get(server) ?? 0);

/** Rows of one block of columns. */
const BLOCK = 4096;
/** Words of one row. */
const WORDS = 6;

/** Set in the word of the options where there is one: the size stands in the upper half, the shift below. */
const HAS_MSS = 0x8000;
const HAS_SHIFT = 0x4000;

const optionsWord = ({ mss, shift }: Seen): number =>
  (mss === null ? 0 : (mss << 16) | HAS_MSS) | (shift === null ? 0 : shift | HAS_SHIFT);

type Block = {
  readonly time: Float64Array;
  readonly words: Uint32Array;
  readonly octets: Uint8Array;
};

const block = (): Block => ({
  time: new Float64Array(BLOCK),
  // frame, sequence number, acknowledgement, window with the urgent pointer, length, options
  words: new Uint32Array(BLOCK * WORDS),
  // control bits, who sent it, finding, both states
  octets: new Uint8Array(BLOCK * 4),
});

export function journal(): Journal {
  const blocks: Block[] = [];
  let length = 0;
  const at = (row: number): Block => {
    const found = blocks[Math.floor(row / BLOCK)];
    if (!found) throw new RangeError(`no row ${row}`);
    return found;
  };
  const code = (row: number): number => at(row).octets[(row % BLOCK) * 4 + 2] ?? 0;

  return {
    length: () => length,
    write: (index, { frame, time, from, seen, reason, client, server }) => {
      if (index === length && length++ % BLOCK === 0) blocks.push(block());
      const row = index % BLOCK;
      const to = at(index);
      const { segment: s } = seen;
      to.time[row] = time;
      const w = row * WORDS;
      to.words[w] = frame;
      to.words[w + 1] = s.seq;
      to.words[w + 2] = s.ack;
      to.words[w + 3] = (s.wnd << 16) | s.up;
      to.words[w + 4] = s.len;
      to.words[w + 5] = optionsWord(seen);
      const o = row * 4;
      to.octets[o] = s.ctl;
      to.octets[o + 1] = from === 'client' ? 0 : 1;
      to.octets[o + 2] = CODE.get(reason) ?? 0;
      to.octets[o + 3] = pair(client, server);
    },
    amend: (row, reason) => {
      at(row).octets[(row % BLOCK) * 4 + 2] = CODE.get(reason) ?? 0;
    },
    restate: (row, client, server) => {
      at(row).octets[(row % BLOCK) * 4 + 3] = pair(client, server);
    },
    isViolation: (row) => FINDINGS[code(row)]?.verdict === 'violation',
    read: (index) => {
      const { time, words, octets } = at(index);
      const row = index % BLOCK;
      const o = row * 4;
      const finding = FINDINGS[code(index)];
      const states = octets[o + 3] ?? 0;
      if (!finding) throw new RangeError(`no finding in row ${index}`);
      return {
        frame: words[row * WORDS] ?? 0,
        time: time[row] ?? 0,
        from: octets[o + 1] === 0 ? 'client' : 'server',
        segment: segmentIn(at(index), row),
        verdict: finding.verdict,
        rule: finding.rule,
        reason: finding.reason,
        client: STATES[states >> 4] ?? 'CLOSED',
        server: STATES[states & 15] ?? 'CLOSED',
      };
    },
    seen: (index) => {
      const row = index % BLOCK;
      const options = at(index).words[row * WORDS + 5] ?? 0;
      return {
        segment: segmentIn(at(index), row),
        mss: options & HAS_MSS ? options >>> 16 : null,
        shift: options & HAS_SHIFT ? options & 15 : null,
      };
    },
  };
}

function segmentIn({ words, octets }: Block, row: number): Segment {
  const w = row * WORDS;
  return {
    ctl: octets[row * 4] ?? 0,
    seq: (words[w + 1] ?? 0) as SeqNum,
    ack: (words[w + 2] ?? 0) as SeqNum,
    wnd: (words[w + 3] ?? 0) >>> 16,
    len: words[w + 4] ?? 0,
    up: (words[w + 3] ?? 0) & 0xffff,
  };
}
