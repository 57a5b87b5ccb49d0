/**
 * Letters that look like Latin ones, after Unicode's confusables.txt (TR39), as far as a class would type them; in
 * lower case, where a capital that looks alike counts as much as the small letter.
 */
const LIKE: Readonly<Record<string, string>> = {
  a: 'аɑαꭺ',
  b: 'вьβᏼƅ',
  c: 'сϲꮯᴄ',
  d: 'ԁđꭰ',
  e: 'еεҽꭼ℮',
  f: 'ꬵƒ',
  g: 'ɡցꮐ',
  h: 'һнհꮋħʜ',
  i: 'іιıɪꭲ',
  j: 'јȷϳꭻ',
  k: 'кκꮶĸ',
  l: 'ӏłʟꮮ',
  m: 'мμꮇ',
  n: 'ոηɴпᴎ',
  o: 'оοօσøꮎ',
  p: 'рρꮲþ',
  q: 'ԛզ',
  r: 'гʀꭱꮁ',
  s: 'ѕꜱꮪƽ',
  t: 'тτŧꭲ',
  u: 'υսʋ',
  v: 'νѵꮩ',
  w: 'ԝωѡꮃ',
  x: 'хχ×',
  y: 'уγүʏ',
  z: 'ꮓᴢζ',
  // Kana that are drawn like Chinese characters.
  口: 'ロ',
  力: 'カ',
  工: 'エ',
  八: 'ハ',
  夕: 'タ',
  二: 'ニ',
  卜: 'ト',
  一: 'ー―',
};

const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries(LIKE).flatMap(([letter, others]) => [...others].map((o) => [o, letter] as const)),
);

/** Accents on Latin, Greek and Cyrillic letters; the marks of other scripts make other words. */
const ACCENTS = /[\u0300-\u036f]/gu;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** `name` in small letters without accents, every look-alike as the letter that it looks like. */
export function plain(name: string): string {
  const small = name.normalize('NFKC').replace(UNSEEN, '').toLowerCase();
  const bare = small.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  return [...bare].map((letter) => LATIN.get(letter) ?? letter).join('');
}
