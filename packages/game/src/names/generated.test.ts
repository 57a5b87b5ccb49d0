import { describe, expect, it } from 'vitest';
import { generatedName, NAME_LOCALES, NAME_PARTS } from './generated.ts';
import { graphemesOf, NAME_LENGTH, parseName } from './name.ts';
import { isRude } from './rude.ts';
import { skeleton } from './skeleton.ts';

const nobody = (): boolean => false;
const HALFWAY = () => 0.5;

describe.each(NAME_LOCALES)('the names that are drawn in %s', (locale) => {
  const { firsts, seconds, between } = NAME_PARTS[locale];
  const all = firsts.flatMap((first) => seconds.map((second) => `${first}${between}${second}`));

  it('are enough for any class', () => {
    expect(firsts.length).toBeGreaterThanOrEqual(60);
    expect(seconds.length).toBeGreaterThanOrEqual(60);
  });

  it('are names as they stand, and short', () => {
    expect(all.filter((name) => graphemesOf(name).length > NAME_LENGTH)).toEqual([]);
    expect(all.filter((name) => !parseName(name).ok)).toEqual([]);
  });

  it('are fit for a classroom', () => expect(all.filter(isRude)).toEqual([]));

  it('all look different', () => expect(new Set(all.map(skeleton)).size).toBe(all.length));

  it('are drawn from the first to the last', () => {
    expect(generatedName(() => 0, locale, nobody)).toBe(all[0]);
    expect(generatedName(() => 1 - Number.EPSILON, locale, nobody)).toBe(all.at(-1));
  });

  it('are given once each, and numbered only when none is left', () => {
    const seen = new Set<string>();
    const draw = (): string => generatedName(HALFWAY, locale, (name) => seen.has(name));
    const first = draw();
    for (const name of all.slice(1)) seen.add(name);
    seen.add(all[0] ?? '');
    seen.delete(first);
    expect(draw()).toBe(first);
    seen.add(first);
    expect(draw()).toBe(`${first}${between}2`);
  });

  it('do not share a word when two are drawn alike', () => {
    const one = generatedName(HALFWAY, locale, nobody);
    const other = generatedName(HALFWAY, locale, (name) => name === one);
    const of = (name: string) => ({
      first: firsts.find((word) => name.startsWith(word)),
      second: seconds.find((word) => name.endsWith(word)),
    });
    expect(of(other).first).not.toBe(of(one).first);
    expect(of(other).second).not.toBe(of(one).second);
  });

  it('are each reached by the walk through them', () => {
    const seen = new Set<string>();
    // Each is taken as soon as it is asked for: the walk shows itself.
    generatedName(HALFWAY, locale, (name) => seen.size < all.length && Boolean(seen.add(name)));
    expect(seen).toEqual(new Set(all));
  });
});
