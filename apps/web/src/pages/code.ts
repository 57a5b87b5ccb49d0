/** The codes of matches and races as people type and paste them. */

/** Where a code leads, by its length. */
const PATHS: Readonly<Record<number, string>> = { 5: '/r/', 6: '/m/' };
const LONGEST = 6;
const ALLOWED = /^[2-9A-HJ-NP-Z]*$/;

export type TypedCode = {
  /** Upper case, without spaces and dashes; of a pasted link only its code. */
  readonly code: string;
  /** The page to go to; null while there is none for a code of this length. */
  readonly path: string | null;
  /** It holds a character that no code has: 0, O, 1, I or a sign. */
  readonly impossible: boolean;
};

export function typedCode(text: string): TypedCode {
  const linked = /\/[mr]\/([^/?#\s]+)/.exec(text)?.[1] ?? text;
  const code = linked.toUpperCase().replace(/[\s-]/g, '').slice(0, LONGEST);
  const impossible = !ALLOWED.test(code);
  const page = PATHS[code.length];
  return { code, impossible, path: page && !impossible ? page + code : null };
}
