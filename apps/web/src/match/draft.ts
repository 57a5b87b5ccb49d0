/** What the player has put together and not yet sent. Pure; the component only shows it. */
import type { Level, Move, View } from '@ackade/game';

export const BITS = ['SYN', 'ACK', 'FIN', 'RST', 'PSH'] as const;
export type Bit = (typeof BITS)[number];

/** The header's flag octet. */
export const VALUE: Readonly<Record<Bit, number>> = { FIN: 1, SYN: 2, RST: 4, PSH: 8, ACK: 16 };

/** The numbers that one types; `len`: how many octets of data. */
export type Field = 'len' | 'seq' | 'ack' | 'wnd';

export type TcpState = View['tcb']['state'];

export type Draft = {
  readonly bits: readonly Bit[];
  /** Which piece of the application's data rides along; null for none. */
  readonly data: number | null;
  /** The state that one is in afterwards; '' while it has not been said. */
  readonly state: TcpState | '';
  /** As typed: decimal digits, or nothing yet. */
} & Readonly<Record<Field, string>>;

export const EMPTY: Draft = { bits: [], data: null, len: '', seq: '', ack: '', wnd: '', state: '' };

export const toggleBit = (draft: Draft, bit: Bit): Draft => ({
  ...draft,
  bits: draft.bits.includes(bit) ? draft.bits.filter((b) => b !== bit) : [...draft.bits, bit],
});

/** Takes up the whole piece, or lays it down. */
export const toggleData = (draft: Draft, piece: number, pieces: readonly string[]): Draft =>
  draft.data === piece
    ? { ...draft, data: null, len: '' }
    : { ...draft, data: piece, len: String(pieces[piece]?.length ?? 0) };

/** The smallest and the largest number that a field takes. Octets are counted on into the pieces behind. */
export function rangeOf(
  field: Field,
  draft: Draft,
  pieces: readonly string[],
): readonly [number, number] {
  if (field === 'wnd') return [0, 0xffff];
  if (field !== 'len') return [0, 0xffffffff];
  return [1, pieces.slice(draft.data ?? pieces.length).join('').length];
}

/** After a right move: the bits and the data are gone, the numbers and the state stay to be changed. */
export const sent = (draft: Draft): Draft => ({ ...draft, bits: [], data: null, len: '' });

/** The numbers that count for this draft, in the order in which they are typed. */
export function countingFields({ bits, data }: Draft, level: Level): readonly Field[] {
  if (level === 'flags') return [];
  return [
    ...(data === null ? [] : (['len'] as const)),
    'seq',
    ...(bits.includes('ACK') ? (['ack'] as const) : []),
    ...(level === 'full' ? (['wnd'] as const) : []),
  ];
}

/** What is still missing or out of range; null where the draft is complete. */
export function missing(
  draft: Draft,
  level: Level,
  pieces: readonly string[],
): Field | 'state' | null {
  const bad = (field: Field): boolean => {
    const [min, max] = rangeOf(field, draft, pieces);
    // Nobody looks at the window of a RST.
    if (draft[field] === '') return field !== 'wnd' || !draft.bits.includes('RST');
    return Number(draft[field]) < min || Number(draft[field]) > max;
  };
  return countingFields(draft, level).find(bad) ?? missingState(draft, level);
}

/** Silence, too, leaves one in some state. */
export const missingState = ({ state }: Draft, level: Level): 'state' | null =>
  level === 'full' && state === '' ? 'state' : null;

/** The move that the draft stands for; `pieces` are the data that may ride along. */
export function moveOf(draft: Draft, level: Level, pieces: readonly string[]): Move {
  const counting = countingFields(draft, level);
  const number = (field: Field): number => (counting.includes(field) ? Number(draft[field]) : 0);
  const whole = draft.data === null ? 0 : (pieces[draft.data]?.length ?? 0);
  return {
    kind: 'send',
    ctl: draft.bits.reduce((sum, bit) => sum | VALUE[bit], 0),
    seq: number('seq'),
    ack: number('ack'),
    len: level === 'flags' ? whole : number('len'),
    wnd: number('wnd'),
    state: stateOf(draft, level),
  };
}

export const silenceOf = (draft: Draft, level: Level): Move => ({
  kind: 'silent',
  state: stateOf(draft, level),
});

const stateOf = ({ state }: Draft, level: Level): TcpState | null =>
  level === 'full' && state !== '' ? state : null;
