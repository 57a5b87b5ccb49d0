/**
 * Letters that look like Latin ones: from Unicode's confusables.txt (TR39, https://www.unicode.org/Public/security/),
 * those of the scripts that a class would reach for and that NFKC leaves alone. A capital stands here only where it
 * looks like another letter than its small form does. Added: small capitals, ß, ς and β, which fold with case.
 */
const LIKE: Readonly<Record<string, string>> = {
  // Latin, Greek, Cyrillic, Armenian, Cherokee, Coptic, Lisu, Canadian and others, in this order.
  a: 'ɑᴀαаꭺᗅꓮ',
  b: 'ƅɓƃƀʙβвьᏼꮟꞵᗷᖯꓐ',
  c: 'ᴄȼϲсҫꮯⲥꓚ',
  d: 'ɗɖđðᴅԁꭰꮷᗞᗪᑯꓓꓒ',
  e: 'ꬲɇᴇ℮εеҽҿєꭼꓰⴹ',
  f: 'ꬵꞙƒꜰϝքᖴꓝ',
  g: 'ɡᶃɠǥɢԍցꮐᏻꓖ',
  h: 'ɦħʜΗһнңҥћհꮋꮒꮵⲏᕼꓧ',
  i: 'ıɪɩɨιіꙇꭵ',
  j: 'ȷɉᴊϳјꭻᒍꓙ',
  k: 'ƙĸᴋκкқҟⱪꝁꮶⲕᛕꓗ',
  l: 'ƚłɫɭʟӏꮮⳑⲓᒪꓡꓲⵏǀ∣',
  m: 'ᴍμϻмӎꮇⲙᗰꓟ',
  n: 'ɳƞɲɴΝηпոռⲛꓠ',
  o: 'ᴏᴑøɵꝋοσςоөօꮎꮻꭴⲟჿꓳⵔ',
  p: 'ƥᴘþρрꮲⲣᑭꓑ',
  q: 'ʠꞯԛզգⵕ',
  r: 'ɽɼɍʀᴦгғꭱꮁꮢⲅᖇꓣ',
  s: 'ꜱƽʂѕՏꮪꮥꓢ',
  ss: 'ß',
  t: 'ƭŧᴛτтҭꭲⲧꓔ',
  u: 'ʋᴜʉυսꮜᑌꓴ',
  v: 'ᴠνѵꮩⴸᐯꓦ',
  w: 'ɯᴡωѡԝաꮃꮤꓪ',
  x: '×χхҳⲭᕁ᙭ꓫⵝ',
  y: 'ɣɏʏΥγүұуყꭹꮍⲩꓬ',
  z: 'ƶȥᴢζꮓꓜ',
  // Kana and strokes that are drawn like Chinese characters.
  口: 'ロ',
  力: 'カ',
  工: 'エ',
  八: 'ハ',
  夕: 'タ',
  二: 'ニ',
  卜: 'ト',
  一: 'ー―',
};

/** The white-on-black circles and squares and the flags' letters: A to Z from each of these. */
const ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6] as const;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

const LATIN: ReadonlyMap<string, string> = new Map([
  ...Object.entries(LIKE).flatMap(([latin, others]) => [...others].map((o) => [o, latin] as const)),
  ...ALPHABETS.flatMap((a) => LETTERS.map((l, i) => [String.fromCodePoint(a + i), l] as const)),
]);

/** The marks that sit on letters of any script; those of a script of its own make other words. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** A mark on top of itself cannot be seen. */
const STACKED = /(\p{M})\1+/gu;

/** `name` without what cannot be seen and without accents. */
const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(STACKED, '$1')
    .normalize('NFKC');

const latin = (letter: string): string => {
  const small = letter.toLowerCase();
  return LATIN.get(letter) ?? LATIN.get(small) ?? small;
};

/** `name` in small letters without accents, every look-alike as the letter that it looks like. */
export const plain = (name: string): string => bare(Array.from(bare(name), latin).join(''));
