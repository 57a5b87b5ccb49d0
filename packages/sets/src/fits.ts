/** Whether what somebody typed is what is accepted. */
import type { Accepted } from './question.ts';

/**
 * `pattern`: `*` stands for any characters, `\*` for itself. Spaces around and between words, and forms that only look
 * different, do not count: who types Chinese may type wide digits. Takes time in proportion to the lengths.
 */
export function fitsText(typed: string, pattern: string, caseSensitive: boolean): boolean {
  const text = normal(typed, caseSensitive);
  const parts = partsOf(pattern).map((part) => folded(part, caseSensitive));
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === normal(first, caseSensitive);
  const start = first.trimStart();
  const end = last.trimEnd();
  if (!text.startsWith(start) || !text.endsWith(end)) return false;
  let at = start.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= text.length - end.length;
}

/** `pattern` as one would type it: a star that stands for itself is one. */
export const typedPattern = (pattern: string): string => partsOf(pattern).join('*');

/** What stands between the stars. */
function partsOf(pattern: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < pattern.length; i++) {
    const escaped = pattern[i] === '\\' && pattern[i + 1] === '*';
    if (escaped) i++;
    if (escaped || pattern[i] !== '*') part += pattern[i];
    else {
      parts.push(part);
      part = '';
    }
  }
  return [...parts, part];
}

const normal = (text: string, caseSensitive: boolean): string => folded(text, caseSensitive).trim();

function folded(text: string, caseSensitive: boolean): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ');
  return caseSensitive ? plain : plain.toLowerCase();
}

/** What adding two decimal fractions leaves behind, in proportion to them; a sequence number is met to the unit. */
const DUST = 4 * Number.EPSILON;

export function fitsNumber(number: number, accepted: Accepted): boolean {
  if ('least' in accepted) return number >= accepted.least && number <= accepted.most;
  const { value, tolerance } = accepted;
  const slack = DUST * Math.max(Math.abs(number), Math.abs(value), tolerance);
  return Math.abs(number - value) <= tolerance + slack;
}
