/** What the player has put together and not yet sent. Pure; the component only shows it. */
import type { Level, Move } from '@ackade/game';

export const BITS = ['SYN', 'ACK', 'FIN', 'RST', 'PSH'] as const;
export type Bit = (typeof BITS)[number];

/** The header's flag octet. */
const VALUE: Readonly<Record<Bit, number>> = { FIN: 1, SYN: 2, RST: 4, PSH: 8, ACK: 16 };

export const FIELDS = ['seq', 'ack'] as const;
export type Field = (typeof FIELDS)[number];

export type Draft = {
  readonly bits: readonly Bit[];
  /** Which piece of the application's data rides along; null for none. */
  readonly data: number | null;
  /** As typed: decimal digits, or nothing yet. */
  readonly seq: string;
  readonly ack: string;
};

export const EMPTY: Draft = { bits: [], data: null, seq: '', ack: '' };

export const toggleBit = (draft: Draft, bit: Bit): Draft => ({
  ...draft,
  bits: draft.bits.includes(bit) ? draft.bits.filter((b) => b !== bit) : [...draft.bits, bit],
});

export const toggleData = (draft: Draft, piece: number): Draft => ({
  ...draft,
  data: draft.data === piece ? null : piece,
});

/** Digits only, ten at most: 2^32 − 1 has ten. */
export const withNumber = (draft: Draft, field: Field, text: string): Draft => ({
  ...draft,
  [field]: text.replace(/\D/g, '').slice(0, 10),
});

/** One up or down, around the corner at 2^32. */
export const stepNumber = (draft: Draft, field: Field, by: number): Draft =>
  withNumber(draft, field, String((Number(draft[field] || '0') + by) >>> 0));

/** After a right move: the bits and the data are gone, the numbers stay to be changed. */
export const sent = (draft: Draft): Draft => ({ ...EMPTY, seq: draft.seq, ack: draft.ack });

/** Which number is still missing, or does not fit 32 bits; null where the draft is complete. */
export function missing(draft: Draft, level: Level): Field | null {
  if (level === 'flags') return null;
  const bad = (text: string): boolean => text === '' || Number(text) > 0xffffffff;
  if (bad(draft.seq)) return 'seq';
  return draft.bits.includes('ACK') && bad(draft.ack) ? 'ack' : null;
}

/** The move that the draft stands for; `pieces` are the data that may ride along. */
export function moveOf(draft: Draft, level: Level, pieces: readonly string[]): Move {
  const ctl = draft.bits.reduce((sum, bit) => sum | VALUE[bit], 0);
  const counts = level === 'numbers';
  return {
    kind: 'send',
    ctl,
    seq: counts ? Number(draft.seq) : 0,
    ack: counts && draft.bits.includes('ACK') ? Number(draft.ack) : 0,
    len: draft.data === null ? 0 : (pieces[draft.data]?.length ?? 0),
  };
}
