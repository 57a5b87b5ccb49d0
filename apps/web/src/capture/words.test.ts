import { readFile } from 'node:fs/promises';
import { ENDINGS, FINDINGS, VERDICTS } from '@ackade/observer';
import { CAPTURE_FAULTS, nothingSkipped, SKIPS } from '@ackade/tcp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { measure } from '../ladder/pill.ts';
import { GLYPH, rowFrame } from './row-frame.ts';

const LOCALES = ['en', 'zh-CN'] as const;
type Locale = (typeof LOCALES)[number];

/** The words as a browser in one language has them. */
async function wordsIn(locale: Locale) {
  vi.resetModules();
  vi.doMock('../locale.ts', () => ({ locale }));
  const [reason, verdict, summary] = await Promise.all([
    import('./reason-words.ts'),
    import('./verdict-words.ts'),
    import('./summary-words.ts'),
  ]);
  return { ...reason, ...verdict, ...summary };
}

/** Characters that a title in a line and a sentence in a card have room for. */
const LIMITS = { en: [36, 170], 'zh-CN': [18, 85] } as const;

describe.each(LOCALES)('in %s', (locale) => {
  let words: Awaited<ReturnType<typeof wordsIn>>;
  beforeAll(async () => {
    words = await wordsIn(locale);
  });

  const clean = (texts: readonly string[]): void => {
    for (const text of texts) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/[{}]|undefined|null|NaN|\s\s/);
    }
    expect(new Set(texts).size).toBe(texts.length);
  };

  test('every reason has a title and a sentence of its own, said of either end', () => {
    const [title, text] = LIMITS[locale];
    for (const from of ['client', 'server'] as const) {
      const all = FINDINGS.map(({ reason }) => words.reasonWords({ reason, from }));
      clean(all.map((w) => w.title));
      clean(all.map((w) => w.text));
      for (const w of all) {
        expect(w.title.length).toBeLessThanOrEqual(title);
        expect(w.text.length).toBeLessThanOrEqual(text);
      }
    }
  });

  test('every verdict, ending, problem and skipped frame has words of its own', () => {
    clean(VERDICTS.map((verdict) => words.verdictWords(verdict)));
    clean(ENDINGS.map((ending) => words.endingWords(ending)));
    const ours = ['no-tcp', 'unreadable', 'offline', 'failed'] as const;
    clean([...CAPTURE_FAULTS, ...ours].map((problem) => words.problemWords(problem)));
    clean(SKIPS.map((skip) => words.skipWords(skip)));
  });

  test('every verdict fits its place in a row', () => {
    const widest = Math.max(...VERDICTS.map((verdict) => measure(words.verdictWords(verdict))));
    for (let width = 270; width <= 1800; width += 10) {
      const { verdict, font } = rowFrame(width, 'relative');
      expect(verdict.room / font - GLYPH).toBeGreaterThanOrEqual(widest);
    }
  });

  test('what was passed over is told by reason, and only if something was', () => {
    expect(words.skippedWords(nothingSkipped())).toBe('');
    const text = words.skippedWords({ ...nothingSkipped(), 'not-ip': 3, 'not-tcp': 1234 });
    for (const part of [words.skipWords('not-ip'), words.skipWords('not-tcp'), '3', '1,234'])
      expect(text).toContain(part);
    expect(text).not.toContain(words.skipWords('fragment'));
  });
});

test('both languages have the same keys', async () => {
  const keys = async (locale: Locale) => {
    const url = new URL(`../../messages/judge/${locale}.json`, import.meta.url);
    return Object.keys(JSON.parse(await readFile(url, 'utf8')));
  };
  expect(await keys('zh-CN')).toEqual(await keys('en'));
});
