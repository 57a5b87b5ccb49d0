import { plain } from './look-alikes.ts';

/** I, l and 1, O and 0 are one shape in many a typeface. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/[i1|]/g, 'l'],
  [/0/g, 'o'],
];
const BETWEEN = /[\p{Z}\p{P}]/gu;

/**
 * How `name` looks from the last row: names with the same skeleton are taken for each other. Case, accents, spaces
 * and punctuation do not tell names apart, nor do letters that look alike; a name of nothing else stays as it is.
 */
export function skeleton(name: string): string {
  const letters = plain(name).replace(BETWEEN, '');
  return SHAPES.reduce(
    (text, [like, letter]) => text.replace(like, letter),
    letters || plain(name),
  );
}
