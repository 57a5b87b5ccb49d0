import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseName } from './name.ts';
import { isRude } from './rude.ts';
import { ALONE, ANYWHERE, INNOCENT } from './rude-words.ts';

const RUDE: Readonly<Record<string, readonly string[]>> = {
  'as it is': [
    'fuck',
    'FUCK you',
    'motherfuckers',
    'dick',
    'Big Dick',
    'bitchy',
    'sb',
    'NMSL',
    'S B',
  ],
  'spelled out': [
    'f u c k',
    'f.u.c.k',
    's.h.i.t',
    's.h.i.t head',
    'fu ck you',
    'sh it',
    'a s s',
    '—s-h-i-t—',
  ],
  masked: ['f*ck', 'f**k', 'f#ck', 'sh*t', 's**t', 'b*tch', 'f*u*c*k', 'fuc*er f*cker', 'n*gger'],
  'drawn out': ['fuuuuck', 'fuuck', 'ffuucckk', 'shiiiit', 'asssshole', 'aaasss', 'biiitch'],
  'in figures': [
    'sh1t',
    'a55',
    'A$$',
    'B1TCH',
    '8itch',
    'assho1e',
    'c0ck',
    'd!ck',
    'ni66er',
    'b00bs',
    'p3n1s',
    's3x',
    's.h.1.t',
    '$b',
    's1ut',
  ],
  'in look-alikes': [
    'fuсk',
    'ＦＵＣＫ',
    '𝔣𝔲𝔠𝔨',
    'Ⓕⓤⓒⓚ',
    '🅵🆄🅲🅺',
    '🇫🇺🇨🇰',
    'ᶠᵘᶜᵏ',
    'f̶u̶c̶k̶',
    'fúck',
    'ʙɪᴛᴄʜ',
    'fu\u200dck',
  ],
  'with I for l and l for I': ['asshoIe', 'BlTCH', 'diIdo'],
  'in Chinese': [
    '傻逼',
    '你是傻逼吧',
    '傻 逼',
    '傻.逼',
    '傻*逼',
    '傻傻逼逼',
    '傻13',
    '傻B',
    '煞笔',
    '草泥马',
    '卧槽',
    '他妈的',
  ],
  'in Chinese, with company': ['操你妈', '你是王八蛋', '鸡8', '屌丝', '路口 傻逼', '人口操你妈'],
  'whole in Chinese': ['操', '妈的', '王八'],
  'in pinyin and initials': [
    'shabi',
    'sha bi',
    'cao ni ma',
    'caonima666',
    'tmd',
    'c.n.m',
    '你sb',
    '大SB',
    'nmsl吧',
    'w c n m',
  ],
};

const INNOCENTS: Readonly<Record<string, readonly string[]>> = {
  'people who know the problem': [
    'Cassandra',
    'Scunthorpe',
    'Sussex',
    'Essex',
    'Hancock',
    'Peacock',
    'Dickens',
    'Dickinson',
    'Fuchs',
  ],
  'people of many countries': [
    'Analise',
    'Anaí',
    'Harshit',
    'Ishita',
    'Siriporn',
    'Nazir',
    'Ashkenazi',
    'Janus',
    'Fukuda',
    'Slutsky',
    'Shabib',
    'Nguyen Phuc',
    'Phuc K',
    'Bích',
    'Dung',
    'Nima',
    'Suk',
    'Wang',
    'Cockburn',
    'Titus',
    'Cummings',
    'Bassel',
    'Matsushita',
    'Takeshita',
    'Ayşe',
    'Уткин',
  ],
  words: [
    'Shitake',
    'Grape',
    'Rapper',
    'Therapist',
    'Niger',
    'Nigeria',
    'Snigger',
    'Cocktail',
    'Assassin',
    'Class',
    'Bass',
    'Grass',
    'Glass',
    'Compass',
    'Circumstance',
    'Titan',
    'Arsenal',
    'Cumin',
    'Raccoon',
    'Analyst',
    'Pissarro',
    'Manus',
  ],
  'words side by side': [
    'Who reads',
    'Rob Itch',
    'Mass hits',
    'Bob Itchy',
    'Thomas S',
    'Ms B',
    'Go as S',
    'As Sam',
    'I push it',
  ],
  'classes and numbers': [
    '5B',
    '5-B',
    '5B 2',
    '5b Tom',
    '455-A',
    'P155',
    'F46',
    'D58',
    'Tom 5B',
    '455',
    'Player 455',
    '7 of 9',
    'R2D2',
    '1337',
    '8 8 8',
    '42',
    '#1',
  ],
  'Chinese people': [
    '曹操',
    '曹操你好',
    '李操',
    '张伟',
    '尼玛次仁',
    '王八一',
    '毕云涛',
    '沙比尔',
    '艾薇',
    '贾宝玉',
    '施一公',
  ],
  'Chinese words': [
    '日本',
    '草莓',
    '鸡蛋',
    '操作系统',
    '我操作',
    '我操心',
    '体操',
    '操场',
    '生日你好',
    '今日你我',
    '做爱笑的人',
    '做爱心早餐',
    '今晚吃鸡吧',
    '路口交警',
    '出口交易',
    '特色情书',
    '角色情感',
    '林阴道',
    '天狗日食',
    '去死海',
    '家畜生病',
    '废物利用',
    '妈妈的手',
    '他妈妈',
    '逼真',
    '薰衣草你好',
    '香草你',
    '滚蛋糕',
    '马克思',
    '下一站',
    '鸡翅',
    '蜗牛B组',
    '黑色幽默',
  ],
  signs: ['***', 'S*', 'As*', 'Se#1', '*_*', '!!!', '$$$', '😀', '…', 'C++', '@ada', '@4'],
};

const rows = (table: Readonly<Record<string, readonly string[]>>): (readonly [string, string])[] =>
  Object.entries(table).flatMap(([why, names]) => names.map((name) => [name, why] as const));

describe('a name', () => {
  it.each(rows(RUDE))('%j is rude: %s', (name) => expect(isRude(name)).toBe(true));
  it.each(rows(INNOCENTS))('%j is not: %s', (name) => expect(isRude(name)).toBe(false));

  it('is judged the same however it is typed', () => {
    const typed = fc.array(
      fc.oneof(
        fc.constantFrom(...ANYWHERE, ...ALONE, ...INNOCENT),
        fc.constantFrom(...'aAsS5$*#.1 iIlL\u0301éß🅰逼傻13ｓｂ'),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const raw = parts.join('');
        const parsed = parseName(raw);
        if (parsed.ok) expect(isRude(parsed.name)).toBe(isRude(raw));
        expect(isRude(raw.toUpperCase())).toBe(isRude(raw));
      }),
      { numRuns: 500 },
    );
  });

  it('is judged, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(isRude(name)).toBeTypeOf('boolean');
      }),
    );
  });

  it.each([
    'a',
    'f*',
    '*',
    'f ',
    'fu.',
    's5',
    'l',
    '傻',
    '傻13',
    '傻a',
    'ﬃ',
    'e\u0301',
    'as ',
    'ni',
  ])(
    'is judged in time that grows with its length alone: %j',
    // 100,000 letters: more than a square of that would outlast the test's time.
    (unit) => expect(isRude(unit.repeat(100_000 / unit.length))).toBeTypeOf('boolean'),
  );
});

describe('the lists', () => {
  it.each([...ANYWHERE, ...ALONE])('%s is rude', (word) => expect(isRude(word)).toBe(true));
  it.each(INNOCENT)('%s is not', (word) => expect(isRude(word)).toBe(false));
  it('hold every word once', () => {
    const all = [...ANYWHERE, ...ALONE, ...INNOCENT];
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
  });
});
