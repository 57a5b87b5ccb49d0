import type { Endpoint, Segment, SeqNum, State } from '@ackade/tcp';
import { STATES } from '@ackade/tcp';
import type { Sighting } from './conversation.ts';
import { FINDINGS, type Reason } from './verdict.ts';

/**
 * Everything that was said of every segment, in columns: some thirty octets a segment, where an object
 * would take two hundred. A capture of a hundred megabytes holds a million segments.
 */
export type Journal = {
  readonly length: () => number;
  readonly write: (row: Row) => void;
  /** Takes back what was said in row `row`. */
  readonly amend: (row: number, reason: Reason) => void;
  /** Takes back the states after row `row`. */
  readonly restate: (row: number, client: State, server: State) => void;
  readonly read: (row: number) => Sighting;
  readonly isViolation: (row: number) => boolean;
};

/** A row as it is written; `time` in seconds. One object may serve for all of them. */
export type Row = {
  frame: number;
  time: number;
  from: Endpoint;
  segment: Segment;
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

type Block = {
  readonly time: Float64Array;
  readonly words: Uint32Array;
  readonly octets: Uint8Array;
};

const block = (): Block => ({
  time: new Float64Array(BLOCK),
  // frame, sequence number, acknowledgement, window with the urgent pointer, length
  words: new Uint32Array(BLOCK * 5),
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
    write: ({ frame, time, from, segment: s, reason, client, server }) => {
      const row = length % BLOCK;
      if (row === 0) blocks.push(block());
      const to = at(length);
      to.time[row] = time;
      const w = row * 5;
      to.words[w] = frame;
      to.words[w + 1] = s.seq;
      to.words[w + 2] = s.ack;
      to.words[w + 3] = (s.wnd << 16) | s.up;
      to.words[w + 4] = s.len;
      const o = row * 4;
      to.octets[o] = s.ctl;
      to.octets[o + 1] = from === 'client' ? 0 : 1;
      to.octets[o + 2] = CODE.get(reason) ?? 0;
      to.octets[o + 3] = pair(client, server);
      length++;
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
      const w = row * 5;
      const o = row * 4;
      const finding = FINDINGS[code(index)];
      const states = octets[o + 3] ?? 0;
      if (!finding) throw new RangeError(`no finding in row ${index}`);
      return {
        frame: words[w] ?? 0,
        time: time[row] ?? 0,
        from: octets[o + 1] === 0 ? 'client' : 'server',
        segment: {
          ctl: octets[o] ?? 0,
          seq: (words[w + 1] ?? 0) as SeqNum,
          ack: (words[w + 2] ?? 0) as SeqNum,
          wnd: (words[w + 3] ?? 0) >>> 16,
          len: words[w + 4] ?? 0,
          up: (words[w + 3] ?? 0) & 0xffff,
        },
        verdict: finding.verdict,
        rule: finding.rule,
        reason: finding.reason,
        client: STATES[states >> 4] ?? 'CLOSED',
        server: STATES[states & 15] ?? 'CLOSED',
      };
    },
  };
}
