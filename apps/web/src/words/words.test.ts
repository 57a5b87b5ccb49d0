import { readFile } from 'node:fs/promises';
import {
  type Consequence,
  MISCONCEPTIONS,
  type Misconception,
  type Move,
  NOTES,
  type RowView,
  SCENARIOS,
} from '@ackade/game';
import { RULE_IDS } from '@ackade/tcp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { MistakeRow } from './mistake.ts';

const LOCALES = ['en', 'zh-CN'] as const;
type Locale = (typeof LOCALES)[number];

/** The words as a browser in one language has them. */
async function wordsIn(locale: Locale) {
  vi.resetModules();
  vi.doMock('../locale.ts', () => ({ locale }));
  const modules = await Promise.all([
    import('./consequence.ts'),
    import('./debrief.ts'),
    import('./mistake.ts'),
    import('./note.ts'),
    import('./row.ts'),
    import('./rule.ts'),
    import('./scenario.ts'),
    import('./segment.ts'),
  ]);
  const [consequence, debrief, wrong, note, row, rule, scenario, segment] = modules;
  return {
    ...consequence,
    ...debrief,
    ...wrong,
    ...note,
    ...row,
    ...rule,
    ...scenario,
    ...segment,
  };
}
type Words = Awaited<ReturnType<typeof wordsIn>>;

const arrived: RowView = {
  kind: 'segment',
  time: 0,
  from: 'server',
  segment: { ctl: 18, seq: 4294967295, ack: 4294967295, len: 0, text: '' },
  fate: 'delivered',
  again: false,
};
const called: RowView = {
  kind: 'call',
  time: 0,
  at: 'client',
  call: 'SEND',
  mode: null,
  text: 'GET /',
};
const rang: RowView = { kind: 'timeout', time: 0, at: 'client', timer: 'retransmission' };
const rows = [arrived, called, rang];

const send = (ctl: number, len = 0): Move => ({
  kind: 'send',
  ctl,
  seq: 4294967294,
  ack: 4294967295,
  len,
});

const mistake = (
  code: Misconception,
  answering = 0,
  move = send(17),
  consequence: Consequence = { kind: 'ignored' },
): MistakeRow => ({
  kind: 'mistake',
  time: 0,
  at: 'client',
  move,
  rule: '3.10.8-2',
  misconceptions: [code],
  consequence,
  answering,
});

const CONSEQUENCES: readonly Consequence[] = [
  { kind: 'waits' },
  { kind: 'ignored' },
  { kind: 'accepted' },
  { kind: 'dies' },
  { kind: 'answers', ctl: 16 },
  { kind: 'answers', ctl: 4, seq: 300 },
];

const variants = ({ mistakeWords }: Words): readonly { title: string; text: string }[] => [
  mistakeWords(mistake('silence-when-owed', 1, { kind: 'silent' }), rows),
  mistakeWords(mistake('silence-when-owed', 2, { kind: 'silent' }), rows),
  mistakeWords(mistake('wrong-bits', 1, send(16)), rows),
  mistakeWords(mistake('wrong-bits', 0, send(0)), rows),
];

const LIMITS = { en: 170, 'zh-CN': 85 } as const;

describe.each(LOCALES)('in %s', (locale) => {
  let words: Words;
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

  test('every misconception has a title and a sentence of its own, short enough for a card', () => {
    const all = [
      ...MISCONCEPTIONS.map((code) => words.mistakeWords(mistake(code), rows)),
      ...variants(words),
    ];
    clean(all.map((w) => w.text));
    clean(all.slice(0, MISCONCEPTIONS.length).map((w) => w.title));
    for (const { title, text } of all) {
      expect(text.length).toBeLessThanOrEqual(LIMITS[locale]);
      expect(title.length).toBeLessThanOrEqual(32);
    }
  });

  test('every consequence, note and rule has words of its own', () => {
    clean(CONSEQUENCES.map((c) => words.consequenceWords(c, 'client')));
    clean(NOTES.map((note) => words.noteWords(note) ?? ''));
    clean(RULE_IDS.map((rule) => words.ruleWords(rule)));
    expect(words.noteWords(null)).toBeNull();
  });

  test('every scenario has a name, a task, a goal for each side and a debrief', () => {
    for (const pick of ['name', 'brief'] as const)
      clean(SCENARIOS.map((s) => words.scenarioWords(s.id)[pick]));
    const goals = SCENARIOS.flatMap((s) =>
      (['client', 'server'] as const).map((role) => words.scenarioWords(s.id).goal(role)),
    );
    clean(goals);
    clean(SCENARIOS.map((s) => words.debriefWords(s.id)));
  });

  test('every kind of row can be said, from either side', () => {
    const kinds: readonly RowView[] = [
      ...rows,
      { ...arrived, again: true },
      { ...arrived, fate: 'lost' },
      { ...rang, timer: 'time-wait' },
      { kind: 'silence', time: 0, at: 'server' },
      mistake('wrong-bits'),
      mistake('silence-when-owed', 0, { kind: 'silent' }, { kind: 'waits' }),
    ];
    const names = { client: 'Ana', server: 'Bo' };
    for (const you of [null, 'client', 'server'] as const)
      clean(kinds.map((row) => words.rowWords(row, you, 'numbers', names)));
  });
});

test('both languages have the same keys', async () => {
  for (const area of ['pages', 'play', 'verdicts', 'words']) {
    const keys = async (locale: Locale) => {
      const url = new URL(`../../messages/${area}/${locale}.json`, import.meta.url);
      return Object.keys(JSON.parse(await readFile(url, 'utf8'))).sort();
    };
    expect(await keys('zh-CN')).toEqual(await keys('en'));
  }
});

test('a segment is written in the same way in every language', async () => {
  const segment = { ctl: 18, seq: 300, ack: 1001, len: 6, text: 'Hello!' };
  for (const locale of LOCALES) {
    const { segmentWords } = await wordsIn(locale);
    expect(segmentWords(segment, 'numbers')).toBe('SYN,ACK seq 300 ack 1001 “Hello!”');
    expect(segmentWords(segment, 'flags')).toBe('SYN,ACK “Hello!”');
    expect(segmentWords({ ctl: 2, seq: 100, ack: 0 }, 'numbers')).toBe('SYN seq 100');
  }
});

test('the sentences do not give the right number away', async () => {
  const { mistakeWords } = await wordsIn('en');
  for (const code of MISCONCEPTIONS) {
    const answered: RowView = { ...arrived, segment: { ...arrived.segment, seq: 300 } };
    const { text } = mistakeWords(mistake(code), [answered]);
    expect(text).not.toContain('301');
  }
});

test('a scenario of a newer server does not break an older client', async () => {
  const { debriefWords, scenarioWords } = await wordsIn('en');
  expect(scenarioWords('not-yet-known').name).toBe('not-yet-known');
  expect(debriefWords('toString')).toBe('');
});
