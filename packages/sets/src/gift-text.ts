/** Characters of GIFT that mean something, and how they are written where they mean nothing. */
import { TEXT_FORMATS, type TextFormat } from './plain-text.ts';

/** Stands in front of a special character, and in front of `n` for a line feed. */
const ESCAPED = /\\([\\~=#{}:>n])/g;
const SPECIAL = /[\\~=#{}:]/g;

/** The first of `what` in `source` from `from`, up to `to`, that is not escaped; −1 where there is none. */
export function indexOf(source: string, what: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (source[at] === '\\') at++;
    else if (source.startsWith(what, at) && at + what.length <= to) return at;
  }
  return -1;
}

/** A stretch of the source. */
export type Span = { readonly from: number; readonly to: number };

/** `span` without the spaces around it. */
export function trimmed(source: string, { from, to }: Span): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(source, start)) start++;
  while (end > start && isSpace(source, end - 1)) end--;
  return { from: start, to: end };
}

const isSpace = (source: string, at: number): boolean => /\s/.test(source[at] as string);

/** `span` cut at every `separator`, which belongs to nothing. */
export function split(source: string, { from, to }: Span, separator: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = from; ; ) {
    const end = indexOf(source, separator, start, to);
    spans.push({ from: start, to: end === -1 ? to : end });
    if (end === -1) return spans;
    start = end + separator.length;
  }
}

/** `raw` as it is meant. Lines of the source end where they end; those that held a comment are not there. */
export const unescaped = (raw: string): string =>
  raw
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .replace(ESCAPED, (_, c: string) => (c === 'n' ? '\n' : c));

/** `text` on one line, so that nothing in it means anything. */
export const escaped = (text: string): string =>
  text.replace(SPECIAL, '\\$&').replaceAll('\n', '\\n');

/** The same where an arrow would cut it. Moodle knows no way to write one there, and shows the backslash. */
export const escapedWithArrows = (text: string): string => escaped(text).replaceAll('->', '-\\>');

/** The format that `span` names in front, or `usual`, and where what follows it begins. */
export function formatOf(
  source: string,
  span: Span,
  usual: TextFormat,
): { readonly format: TextFormat; readonly from: number } {
  const { from } = trimmed(source, span);
  for (const format of TEXT_FORMATS)
    if (source.startsWith(`[${format}]`, from)) return { format, from: from + format.length + 2 };
  return { format: usual, from };
}
