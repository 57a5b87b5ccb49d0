import { graphemesOf, NAME_LENGTH } from './name.ts';

/** A name and the number at its end, if it has one: Ada 2, 小明2; not the figures that are part of it, as in R2D2. */
const NUMBERED =
  /^(?<base>.+?)(?: |(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]))(?<number>[1-9]\d{0,2})$/u;
const WRITTEN_TIGHT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/**
 * The first numbered name like `name` that is not `taken`: Ada 2, 小明2. At most `NAME_LENGTH` graphemes, for which a
 * long name is cut. `taken` must leave one free.
 */
export function variantOf(name: string, taken: (name: string) => boolean): string {
  const { base = name, number = '1' } = NUMBERED.exec(name)?.groups ?? {};
  const letters = graphemesOf(base);
  const gap = WRITTEN_TIGHT.test(base) ? '' : ' ';
  for (let n = Number(number) + 1; ; n++) {
    const ending = `${gap}${n}`;
    const room = letters.slice(0, NAME_LENGTH - ending.length).join('');
    const variant = `${room.trimEnd()}${ending}`;
    if (!taken(variant)) return variant;
  }
}
