/** The parts of which the formats of `step` are made; unknown keys are errors in all of them. */
import { isDeepStrictEqual } from 'node:util';
import { seq } from '@ackade/tcp';
import { z } from 'zod';

/** An object with these keys and no others; the error says which there are. */
export const exactly = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown key ${issue.keys.join(', ')}; the keys are ${Object.keys(shape).join(', ')}`
        : undefined,
  });

/** A sequence number. */
export const SeqNum = z.int().min(0).max(0xffff_ffff).transform(seq);
/** A window or another number of 16 bits. */
export const Word = z.int().min(0).max(0xffff);
/** A number of octets, or of times. */
export const Count = z.int().min(0);

/** `full` but for what is as usual; `always` are the keys that stay all the same. */
export function unusual<T extends object>(
  full: T,
  usual: T,
  always: readonly (keyof T)[] = [],
): Partial<T> {
  const kept: Partial<T> = {};
  for (const key in full)
    if (always.includes(key) || !isDeepStrictEqual(full[key], usual[key])) kept[key] = full[key];
  return kept;
}
