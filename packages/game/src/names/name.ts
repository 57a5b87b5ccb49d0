/** Nicknames: shown to a class, so they must be visible, short and tell people apart. */

/** In graphemes, as a reader counts them. */
export const NAME_LENGTH = 20;

export const NAME_ERRORS = ['name-empty', 'name-too-long', 'name-invisible'] as const;
export type NameError = (typeof NAME_ERRORS)[number];

export type ParsedName =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly error: NameError };

/** Control and format characters, unassigned and private ones, blanks that look like nothing. */
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800\u3164\uFFA0]/u;
/** These join or style the graphemes of real scripts and emoji: allowed inside, never alone. */
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/gu;

/** More marks on one letter than any script has: they only cover the names around. */
const PILE = /(\p{M}{4})\p{M}+/gu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The characters of `text` as a reader counts them. */
export const graphemesOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** The name in NFKC, its white space folded and piles of marks cut, or why it cannot be one. The result parses to itself. */
export function parseName(raw: string): ParsedName {
  const name = raw.normalize('NFKC').replace(PILE, '$1').replace(/\s+/gu, ' ').trim();
  const bare = name.replace(JOINERS, '');
  if (INVISIBLE.test(bare)) return { ok: false, error: 'name-invisible' };
  if (bare === '') return { ok: false, error: name === '' ? 'name-empty' : 'name-invisible' };
  if (graphemesOf(name).length > NAME_LENGTH) return { ok: false, error: 'name-too-long' };
  return { ok: true, name };
}
