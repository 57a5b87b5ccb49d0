import { ACK, type Endpoint, FIN, type Passage, RST, SYN, seq } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import {
  type Captured,
  captureQuestions,
  type Frame,
  PROMPTS,
  type Question,
  SCENARIOS,
  type World,
} from '../src/index.ts';
import { RECORDED } from '../src/quiz/sources/captured.ts';
import { playOf } from '../src/quiz/sources/play.ts';
import { captureFaults } from './capture-check.ts';
import { faultsOf } from './question-check.ts';

const CODES = PROMPTS.filter((code) => code.startsWith('capture-'));
const SEEDS = [1, 2, 3, 4];

/** Who closed first in the recorded conversations, as they were made; of the others a capture does not tell. */
const CLOSERS: Readonly<Record<string, Endpoint | 'both'>> = {
  'handshake-data-close': 'client',
  'half-close': 'client',
  'lost-synack': 'client',
  'simultaneous-close': 'both',
  'lost-third-ack': 'client',
};

const asked = (captured: Captured, seed: number): readonly Question[] => [
  ...captureQuestions(captured, seed),
];
const codesOf = (all: readonly Question[]): ReadonlySet<string> =>
  new Set(all.map((q) => q.prompt.code));

describe('questions on a capture', () => {
  it.each(RECORDED)('of $name have keys that hold when octets are counted', (captured) => {
    for (const seed of SEEDS) {
      const all = asked(captured, seed);
      expect(all.length).toBeGreaterThan(5);
      expect(
        all.flatMap((q) => [
          ...faultsOf(q),
          ...captureFaults(q, captured.frames, CLOSERS[captured.name]),
        ]),
      ).toEqual([]);
    }
  });

  it.each(SCENARIOS.filter(isQuiet).map(({ id }) => id))(
    'of a simulated %s agree with what its ends did',
    (id) => {
      for (const seed of SEEDS) {
        const world = playOf(scenarioOf(id), seed).last;
        const captured = { name: id, frames: sentIn(world) };
        const faults = asked(captured, seed).flatMap((q) => [
          ...faultsOf(q),
          ...captureFaults(q, captured.frames, closerIn(world)),
        ]);
        expect(faults).toEqual([]);
      }
    },
  );

  it('ask who closed first wherever the numbers tell', () => {
    const told = RECORDED.filter((c) => codesOf(asked(c, 1)).has('capture-closer'));
    expect(told.map((c) => c.name)).toEqual(Object.keys(CLOSERS));
  });

  it('ask in every way, and each question once', () => {
    const all = RECORDED.flatMap((captured) => asked(captured, 5));
    expect(codesOf(all)).toEqual(new Set(CODES));
    expect(new Set(all.map((q) => q.variant)).size).toBe(all.length);
  });

  it('are the same again of the same seed', () => {
    const [captured] = RECORDED;
    if (!captured) throw new Error('nothing is recorded');
    expect(asked(captured, 3)).toEqual(asked(captured, 3));
    expect(asked(captured, 3)).not.toEqual(asked(captured, 4));
  });

  it('do not ask who closed first where a FIN may have been sent before', () => {
    const three = RECORDED.find((c) => c.name === 'three-segment-close');
    expect(three && codesOf(asked(three, 1)).has('capture-closer')).toBe(false);
    const reset = conversation(
      'client FIN,ACK 101 501 0',
      'server ACK 501 102 0',
      'server RST 501 0 0',
    );
    expect(codesOf(asked(reset, 1)).has('capture-closer')).toBe(false);
  });

  it('do not ask which bits a frame has that could be a FIN sent again', () => {
    const captured = conversation(
      'client FIN,ACK 101 501 0',
      'client FIN,ACK 101 501 0',
      'server ACK 501 102 0',
    );
    const frames = asked(captured, 1).filter((q) => q.prompt.code === 'capture-bits');
    expect(frames.map((q) => q.prompt.params['frame'])).not.toContain(4);
    expect(frames.map((q) => q.prompt.params['frame'])).not.toContain(5);
  });

  it('do not call data that fills a gap repeated, nor what repeats only a part', () => {
    const gap = conversation(
      'client ACK 111 501 10',
      'client ACK 101 501 10',
      'client ACK 105 501 30',
    );
    expect(codesOf(asked(gap, 1)).has('capture-repeated')).toBe(false);
    const again = conversation(
      'client ACK 101 501 10',
      'client ACK 101 501 20',
      'client ACK 106 501 5',
    );
    const rows = asked(again, 1).filter((q) => q.prompt.code === 'capture-repeated');
    expect(rows.map((q) => q.explanation[0]?.params['again'])).toEqual([6]);
  });

  it('count a stream only where all of it is there, repetitions aside', () => {
    const end = ['client FIN,ACK 111 501 0', 'server ACK 501 112 0'];
    const answers = (...lines: string[]): unknown[] =>
      asked(conversation(...lines, ...end), 1)
        .filter((q) => q.prompt.code === 'capture-octets')
        .map((q) => q.choices[q.answer as number]?.said);
    expect(answers('client ACK 101 501 10', 'client ACK 101 501 10')).toEqual([
      { kind: 'octets', octets: 10 },
    ]);
    expect(answers('client ACK 101 501 9')).toEqual([]);
  });

  it('show few frames of a long conversation', () => {
    const lines = Array.from({ length: 300 }, (_, i) => [
      `client ACK ${101 + i} 501 1`,
      `server ACK 501 ${102 + i} 0`,
    ]).flat();
    const end = ['client FIN,ACK 401 501 0', 'server ACK 501 402 0'];
    const many = captureQuestions(conversation(...lines, ...end), 1);
    const all = Array.from({ length: 100 }, () => many.next().value ?? []).flat();
    expect(all).toHaveLength(100);
    expect(Math.max(...all.map((q) => q.figure.length))).toBeLessThanOrEqual(24);
  });
});

/** No segment of strangers in it, and no crash. */
function isQuiet({ link, script }: (typeof SCENARIOS)[number]): boolean {
  const passages = link as readonly (Passage | object)[];
  const lines: readonly { readonly call: string }[] = [...script.client, ...script.server];
  return !passages.some((p) => 'at' in p) && !lines.some((line) => line.call === 'CRASH');
}

function scenarioOf(id: string): (typeof SCENARIOS)[number] {
  const found = SCENARIOS.find((s) => s.id === id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
}

/** As both ends put it on the wire. */
const sentIn = ({ rows }: World): readonly Frame[] =>
  rows
    .filter((r) => r.kind === 'sent')
    .toSorted((a, b) => a.time - b.time)
    .map(({ at, segment }, i) => ({ number: i + 1, from: at, segment }));

/** Whose FIN made FIN-WAIT-1 of its state. */
function closerIn({ rows }: World): Endpoint | 'both' | undefined {
  const closed = new Set(rows.filter((r) => r.tcb.state === 'FIN-WAIT-1').map((r) => r.at));
  const [first] = closed;
  return closed.size === 2 ? 'both' : first;
}

const BITS = { SYN, ACK, 'SYN,ACK': SYN | ACK, 'FIN,ACK': FIN | ACK, RST } as const;

/** A handshake, the client's from 100 and the server's from 500, and what follows: who, bits, SEQ, ACK, octets. */
function conversation(...lines: readonly string[]): Captured {
  const all = ['client SYN 100 0 0', 'server SYN,ACK 500 101 0', 'client ACK 101 501 0', ...lines];
  const frames = all.map((line, i): Frame => {
    const [from, bits, n, ack, len] = line.split(' ');
    return {
      number: i + 1,
      from: from as Endpoint,
      segment: {
        ctl: BITS[bits as keyof typeof BITS],
        seq: seq(Number(n)),
        ack: seq(Number(ack)),
        wnd: 65_535,
        len: Number(len),
        up: 0,
      },
    };
  });
  return { name: 'mine', frames };
}
