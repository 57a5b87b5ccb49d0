/** What stands on an arrow, as tokens that have been measured and broken into lines. */
import type { Level } from '@ackade/game';
import { type Bit, bitsOf } from '../words/bit.ts';
import { dataWords, numberWords, type Spoken } from '../words/notation.ts';

export const MARKS = ['stray', 'copy', 'again', 'lost'] as const;
export type Mark = (typeof MARKS)[number];
export type MarkToken = { readonly kind: Mark; readonly text: string };

export type Token =
  | { readonly kind: 'bit'; readonly bit: Bit; readonly text: string }
  | { readonly kind: 'number' | 'data'; readonly text: string }
  | MarkToken;

/** Offsets from the middle of the pill, px. */
type Placed = Token & { readonly x: number; readonly y: number };

export type Pill = {
  readonly width: number;
  readonly height: number;
  readonly font: number;
  readonly tokens: readonly Placed[];
};

/** In ems. Monospace faces are 0.55 … 0.602 wide; the widest is assumed. */
const MONO = 0.602;
export const LINE = 1.4;
export const GLYPH = 1.15;
/** What leads a label beside a lifeline, and its distance from the text. */
export const MARK = 1.3;
const GAP = 0.6;
const PAD_X = 0.7;
const PAD_Y = 0.25;

/** The width of `text` in ems of a monospace face; letters of East Asian scripts and emoji are full-width. */
export const measure = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : MONO), 0);

/** As much of `text` as fits `width` ems. */
export function fitted(text: string, width: number): string {
  if (measure(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && measure(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('')}…`;
}

const widthOf = (token: Token): number =>
  measure(token.text) + (token.kind === 'bit' && token.bit !== 'URG' ? GLYPH : 0);

export function tokensOf(
  segment: Spoken,
  level: Level,
  marks: readonly MarkToken[],
): readonly Token[] {
  return [
    ...bitsOf(segment.ctl).map((bit): Token => ({ kind: 'bit', bit, text: bit })),
    ...numberWords(segment, level).map((text): Token => ({ kind: 'number', text })),
    // Word by word, so that a line may end between them.
    ...dataWords(segment)
      .split(' ')
      .flatMap((text): Token | [] => (text ? { kind: 'data', text } : [])),
    ...marks,
  ];
}

/**
 * One line if `room` px allow; otherwise bits, numbers and data begin lines of their own, which break
 * where they must. A word too long is cut.
 */
export function pillOf(tokens: readonly Token[], font: number, room: number): Pill {
  const most = room / font - 2 * PAD_X;
  const oneLine = tokens.reduce((sum, t) => sum + widthOf(t) + GAP, -GAP) <= most;
  const lines: { readonly tokens: Token[]; width: number }[] = [];
  for (const token of tokens) {
    const fits = { ...token, text: fitted(token.text, most - (token.kind === 'bit' ? GLYPH : 0)) };
    const width = widthOf(fits);
    const line = lines.at(-1);
    const kind = line?.tokens.at(-1)?.kind;
    const parts =
      !oneLine && kind !== token.kind && (token.kind === 'number' || token.kind === 'data');
    if (line && !parts && line.width + GAP + width <= most) {
      line.tokens.push(fits);
      line.width += GAP + width;
    } else lines.push({ tokens: [fits], width });
  }
  const placed = lines.flatMap((line, i) => {
    let x = -line.width / 2;
    return line.tokens.map((token): Placed => {
      const at = x;
      x += widthOf(token) + GAP;
      return { ...token, x: at * font, y: (i - (lines.length - 1) / 2) * LINE * font };
    });
  });
  const widest = Math.max(1, ...lines.map((line) => line.width));
  return {
    width: (widest + 2 * PAD_X) * font,
    height: (Math.max(1, lines.length) * LINE + 2 * PAD_Y) * font,
    font,
    tokens: placed,
  };
}
