/** What typing and counting make of a number in the draft. Pure; it comes with the fields. */
import type { Draft, Field } from './draft.ts';

/** Digits only, ten at most: 2^32 − 1 has ten. */
export const withNumber = (draft: Draft, field: Field, text: string): Draft => ({
  ...draft,
  [field]: text.replace(/\D/g, '').slice(0, 10),
});

/** One up or down, around the corner at the ends of the range. */
export function stepNumber(
  draft: Draft,
  field: Field,
  by: number,
  [min, max]: readonly [number, number],
): Draft {
  const size = max - min + 1;
  const from = draft[field] === '' ? 0 : Number(draft[field]) - min;
  return withNumber(draft, field, String(min + ((((from + by) % size) + size) % size)));
}
