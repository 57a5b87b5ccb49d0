import { readFileSync } from 'node:fs';

const VECTORS = new URL('../../../packages/tcp/test/segment-arrives.jsonl', import.meta.url);

/** The published vectors: `{"tcb":…,"event":…,"expect":…}`. */
export const vectors = readFileSync(VECTORS, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Vector);
export type Vector = {
  readonly id: string;
  readonly setup: string;
  readonly tcb: JsonObject;
  readonly event: { readonly segment: JsonObject };
  readonly expect: {
    readonly state: string;
    readonly out: readonly JsonObject[];
    readonly mayAlso: readonly JsonObject[];
  };
};

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
type JsonObject = { readonly [key: string]: Json };

/** Numbers from 0 to below `n`, the same for the same seed. */
export type Dice = (n: number) => number;

/** Mulberry32. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000) * n);
  };
}

/**
 * Lines for `step` without end: right ones, on the TCB at hand and on TCBs of their own, right ones with
 * something in them changed, and rubbish.
 */
export function* randomLines(roll: Dice): Generator<string, never, undefined> {
  for (;;) {
    const kind = roll(8);
    if (kind < 3) yield JSON.stringify({ event: anyEvent(roll) });
    else if (kind < 7) yield JSON.stringify(mutated(request(roll), roll));
    else yield corrupted(JSON.stringify(request(roll)), roll);
  }
}

const pick = <T>(roll: Dice, from: readonly T[]): T => {
  const found = from[roll(from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

const CALLS: readonly JsonObject[] = [
  { call: 'OPEN' },
  { call: 'OPEN', mode: 'passive' },
  { call: 'SEND', len: 3000 },
  { call: 'SEND', urgent: true },
  { call: 'RECEIVE', len: 100 },
  { call: 'CLOSE' },
  { call: 'ABORT' },
  { call: 'STATUS' },
  { timeout: 'retransmission' },
  { timeout: 'zero-window-probe' },
  { timeout: 'delayed-ack' },
  { timeout: 'user' },
  { timeout: 'time-wait' },
];

/** What a TCB may have besides the variables that the vectors set. */
const EXTRAS: readonly JsonObject[] = [
  { options: { reads: 'on-call', delayedAck: true, listening: true, mss: 100 } },
  { options: { window: 4000, mss: 536 }, nextIss: 77 },
  {},
];

const anyEvent = (roll: Dice): JsonObject =>
  roll(3) === 0 ? pick(roll, CALLS) : pick(roll, vectors).event;

function request(roll: Dice): JsonObject {
  const { tcb } = pick(roll, vectors);
  return { tcb: { ...tcb, ...pick(roll, EXTRAS) }, event: anyEvent(roll) };
}

const VALUES: readonly Json[] = [
  ...[
    0,
    1,
    2,
    100,
    535,
    65_535,
    65_536,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 32 - 1,
    2 ** 32,
    2 ** 53,
    1e300,
  ],
  ...[-1, 0.5, null, true, '', 'ESTABLISHED', 'SYN', [], ['ACK'], {}, { seq: 1 }],
  [{ from: 5010, end: 5020 }],
];
const KEYS = ['maxWnd', 'up', 'fin', 'queued', 'closing', 'backoff', 'held', 'unread', 'wanted'];
const ODD_KEYS = ['unacked', 'displaced', 'mss', '__proto__', 'constructor', 'toString', ''];

/** `value` with one thing in it changed, added or left out; a number mostly to one near it. */
function mutated(value: Json, roll: Dice): Json {
  if (Array.isArray(value)) {
    if (value.length === 0 || roll(3) === 0) return [...value, pick(roll, VALUES)];
    const at = roll(value.length);
    return value.map((item: Json, i) => (i === at ? mutated(item, roll) : item));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0 || roll(4) === 0)
      entries.push([pick(roll, [...KEYS, ...ODD_KEYS]), pick(roll, VALUES)]);
    else {
      const at = roll(entries.length);
      const [key, old] = pick(roll, entries.slice(at, at + 1));
      if (roll(12) === 0) entries.splice(at, 1);
      else entries[at] = [key, mutated(old, roll)];
    }
    return Object.fromEntries(entries);
  }
  return typeof value === 'number' && roll(4) > 0 ? value + roll(7) - 3 : pick(roll, VALUES);
}

const RUBBISH = ['', ' ', '\r', '"', '{', '}', '[', ',', '\\', '\u0000', '\ufeff', '😀', '1e999'];

/** `text` with a piece of it cut out or doubled, and a piece of something else put in. */
function corrupted(text: string, roll: Dice): string {
  const from = roll(text.length);
  const end = from + roll(9);
  return text.slice(0, from) + pick(roll, RUBBISH) + text.slice(roll(2) === 0 ? end : from);
}
