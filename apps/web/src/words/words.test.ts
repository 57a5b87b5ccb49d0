import { readdir, readFile } from 'node:fs/promises';
import {
  type Consequence,
  FAMILIES,
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
    import('../messages/catalogue.ts'),
    import('./catalogue.ts'),
    import('./consequence.ts'),
    import('./hint-rule.ts'),
    import('./mistake.ts'),
    import('./note.ts'),
    import('./row.ts'),
    import('./rule.ts'),
    import('./scenario.ts'),
    import('./segment.ts'),
  ]);
  const [names, catalogue, consequence, hint, wrong, note, row, rule, scenario, segment] = modules;
  return {
    ...names,
    ...catalogue,
    ...consequence,
    ...hint,
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
  arrives: 50,
  from: 'server',
  segment: { ctl: 18, seq: 4294967295, ack: 4294967295, wnd: 65535, len: 0, text: '' },
  fate: 'delivered',
  again: false,
  copy: false,
  stray: false,
};
const called: RowView = {
  kind: 'call',
  time: 0,
  at: 'client',
  call: 'SEND',
  mode: null,
  text: 'GET /',
  len: 0,
};
const rang: RowView = { kind: 'timeout', time: 0, at: 'client', timer: 'retransmission' };
const reads: RowView = { ...called, call: 'RECEIVE', text: '', len: 6 };
const rows = [arrived, called, rang, reads];

const send = (ctl: number, len = 0): Move => ({
  kind: 'send',
  ctl,
  seq: 4294967294,
  ack: 4294967295,
  len,
  wnd: 65534,
  state: 'SYN-RECEIVED',
});
const silent: Move = { kind: 'silent', state: null };

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
  segment: null,
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
  ...[1, 2, 3].map((to) => mistakeWords(mistake('silence-when-owed', to, silent), rows)),
  mistakeWords(mistake('wrong-seq', 0, send(4)), rows),
  mistakeWords(mistake('wrong-bits', 1, send(16)), rows),
  mistakeWords(mistake('wrong-bits', 0, send(0)), rows),
];

/** Characters at most: what fits on a phone without scrolling. */
const LIMITS = {
  en: { title: 32, card: 170, hint: 200, name: 32, brief: 140, goal: 95, debrief: 480 },
  'zh-CN': { title: 18, card: 85, hint: 100, name: 18, brief: 70, goal: 50, debrief: 240 },
} as const;

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
      expect(text.length).toBeLessThanOrEqual(LIMITS[locale].card);
      expect(title.length).toBeLessThanOrEqual(LIMITS[locale].title);
    }
  });

  test('a wrong window and a wrong state are told by what was said', () => {
    expect(words.mistakeWords(mistake('wrong-window'), rows).text).toContain('65534');
    expect(words.mistakeWords(mistake('wrong-state'), rows).text).toContain('SYN-RECEIVED');
  });

  test('every consequence, note and rule has words of its own', () => {
    const after = (c: Consequence, move?: Move) =>
      words.consequenceWords(mistake('wrong-bits', 0, move, c));
    clean([...CONSEQUENCES.map((c) => after(c)), after({ kind: 'ignored' }, silent)]);
    clean(NOTES.map((note) => words.noteWords(note) ?? ''));
    clean(RULE_IDS.map((rule) => words.ruleWords(rule)));
    expect(words.noteWords(null)).toBeNull();
  });

  test('every rule can be told as a hint', () => {
    const hints = RULE_IDS.map((rule) => words.hintRuleWords(rule));
    clean(hints);
    for (const hint of hints) expect(hint.length).toBeLessThanOrEqual(LIMITS[locale].hint);
  });

  test('every scenario has a name, a task, a goal for each side and a debrief', async () => {
    const all = await Promise.all(SCENARIOS.map((s) => words.scenarioWords(s.id)));
    const texts = {
      name: all.map((w) => w.name),
      brief: all.map((w) => w.brief),
      goal: all.flatMap((w) => [w.goal.client, w.goal.server]),
      debrief: all.map((w) => w.debrief),
    };
    for (const kind of ['name', 'brief', 'goal', 'debrief'] as const) {
      clean(texts[kind]);
      for (const text of texts[kind])
        expect(text.length, text).toBeLessThanOrEqual(LIMITS[locale][kind]);
    }
    // A goal says what is to come about, not how; what it rests on is told at the end.
    for (const text of texts.goal) expect(text).not.toMatch(/SYN|ACK|FIN|RST|\d/);
    for (const text of texts.debrief) expect(text).toMatch(/RFC 9293 §3\.\d/);
  });

  test('the catalogue lists every scenario once, by families, in the order of the game', async () => {
    expect(words.CATALOGUE.map((shelf) => shelf.family)).toEqual(FAMILIES);
    clean(words.CATALOGUE.map((shelf) => shelf.name));
    clean(words.CATALOGUE.map((shelf) => shelf.text));
    const listed = words.CATALOGUE.flatMap((shelf) => shelf.scenarios);
    expect(listed.map((s) => s.id).toSorted()).toEqual(SCENARIOS.map((s) => s.id).toSorted());
    for (const { id, name, brief, levels } of listed) {
      expect({ name, brief }).toEqual(pick(await words.scenarioWords(id)));
      expect(levels.length).toBeGreaterThan(0);
    }
    for (const { scenarios } of words.CATALOGUE) {
      const order = scenarios.map(({ id }) => SCENARIOS.findIndex((s) => s.id === id));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  test('every kind of row can be said, from either side', () => {
    const kinds: readonly RowView[] = [
      ...rows,
      { ...arrived, again: true },
      { ...arrived, fate: 'lost' },
      { ...arrived, copy: true },
      { ...arrived, stray: true },
      { ...rang, timer: 'time-wait' },
      { ...called, call: 'CRASH', text: '' },
      { kind: 'silence', time: 0, at: 'server' },
      mistake('wrong-bits'),
      mistake('silence-when-owed', 0, silent, { kind: 'waits' }),
    ];
    const names = { client: 'Ana', server: 'Bo' };
    for (const you of [null, 'client', 'server'] as const)
      clean(kinds.map((row) => words.rowWords(row, you, 'numbers', names)));
  });
});

const pick = ({ name, brief }: { readonly name: string; readonly brief: string }) => ({
  name,
  brief,
});

const messages = new URL('../../messages/', import.meta.url);
/** Those of scenarios and of the lesson are files of their own, with their own tests. */
const areas = (await readdir(messages)).filter((area) => !['scenarios', 'lesson'].includes(area));
const keysOf = async (area: string, locale: Locale): Promise<readonly string[]> => {
  const all = JSON.parse(await readFile(new URL(`${area}/${locale}.json`, messages), 'utf8'));
  return Object.keys(all).filter((key) => key !== '$schema');
};

test.each(areas)('both languages have the same keys in %s', async (area) => {
  expect((await keysOf(area, 'zh-CN')).toSorted()).toEqual((await keysOf(area, 'en')).toSorted());
});

test('no message is left over', async () => {
  const src = new URL('../', import.meta.url);
  const files = (await readdir(src, { recursive: true })).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith('paraglide'),
  );
  const code = (await Promise.all(files.map((f) => readFile(new URL(f, src), 'utf8')))).join('\n');
  const used = new Set(code.match(/(?<=\.)[a-z]+(?:_[a-z0-9]+)+/g));
  const keys = (await Promise.all(areas.map((area) => keysOf(area, 'en')))).flat();
  expect(keys.filter((key) => !used.has(key))).toEqual([]);
});

test('every file of scenario words belongs to a scenario', async () => {
  const expected = SCENARIOS.map((s) => `${s.id}.json`).toSorted();
  for (const locale of LOCALES)
    expect((await readdir(new URL(`scenarios/${locale}`, messages))).toSorted()).toEqual(expected);
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
  const { scenarioName, scenarioWords } = await wordsIn('en');
  for (const id of ['not-yet-known', 'toString']) {
    expect(scenarioName(id)).toBe(id);
    expect(await scenarioWords(id)).toMatchObject({ name: id, brief: '', debrief: '' });
  }
});
