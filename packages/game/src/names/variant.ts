import { graphemesOf, NAME_LENGTH } from './name.ts';

/** A name like `name` that is not `taken`: Ada 2, 小明2. At most `NAME_LENGTH` graphemes. */
export function variantOf(name: string, taken: (name: string) => boolean): string {
  const letters = graphemesOf(name);
  const gap = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(name) ? '' : ' ';
  for (let n = 2; ; n++) {
    const ending = `${gap}${n}`;
    const base = letters.slice(0, NAME_LENGTH - ending.length).join('');
    const variant = `${base.trimEnd()}${ending}`;
    if (!taken(variant)) return variant;
  }
}
