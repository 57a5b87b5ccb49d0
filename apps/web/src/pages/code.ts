/** A match's code as people type and paste it. */

const LENGTH = 6;
const ALLOWED = /^[2-9A-HJ-NP-Z]*$/;

export type TypedCode = {
  /** Upper case, without spaces and dashes; of a pasted link only its code. */
  readonly code: string;
  readonly complete: boolean;
  /** It holds a character that no code has: 0, O, 1, I or a sign. */
  readonly impossible: boolean;
};

export function typedCode(text: string): TypedCode {
  const linked = /\/m\/([^/?#\s]+)/.exec(text)?.[1] ?? text;
  const code = linked.toUpperCase().replace(/[\s-]/g, '').slice(0, LENGTH);
  const impossible = !ALLOWED.test(code);
  return { code, impossible, complete: code.length === LENGTH && !impossible };
}
