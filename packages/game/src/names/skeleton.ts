import { plain } from './look-alikes.ts';

/** Capital I's of three alphabets, with the letters around them. */
const CAPITAL_I = /(?<=(\p{L}?))[IІΙ]+(?=(\p{L}?))/gu;
const SMALL = /\p{Ll}/u;
/** What begins a word as I or l could be either: Ian, lan. Inside a word the dot tells Elia from Ella. */
const FIRST_I = /(?<![\p{L}\p{M}\p{N}])i/gu;
const BETWEEN = /[\p{Z}\p{P}^~`]/gu;

/** A capital I amid small letters passes for an l, as in AIice; in ELIA and Henry II it is an i. */
const readingIAsL = (name: string): string =>
  name.replace(CAPITAL_I, (run: string, before: string, after: string) =>
    SMALL.test(before) || (before && SMALL.test(after)) ? 'l'.repeat(run.length) : run,
  );

/**
 * How `name` looks from the last row: names with the same skeleton are taken for each other. Case, accents, spaces
 * and punctuation do not tell names apart, nor do letters of one look in any script; pairs such as rn and m do, for
 * Arnie is not Amie. A name of nothing but punctuation or accents is its own. For comparing only, never for showing.
 */
export function skeleton(name: string): string {
  const written = name.normalize('NFKC');
  const text = plain(readingIAsL(written))
    .replace(/[1|]/g, 'l')
    .replace(/0/g, 'o')
    .replace(FIRST_I, 'l');
  return text.replace(BETWEEN, '') || text || written;
}
