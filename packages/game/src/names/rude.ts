/** A word filter for nicknames: it keeps the worst off the wall, and the teacher has the last word. */
import { plain } from './look-alikes.ts';
import { ALONE, ANYWHERE, INNOCENT } from './rude-words.ts';

/** Signs and figures that stand for letters; 1, ! and | stand for an i or an l. */
const LEET: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '8': 'b',
  '3': 'e',
  '6': 'g',
  '9': 'g',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
  '+': 't',
};
/** One letter among figures is a class or a code, 5B or P155; a55 is neither. */
const DRESSED = /[\p{L}@$].*[\p{L}@$]|^[a@]55/u;
/** Stands for any letter, as in f*ck and f#ck. */
const ANY = '*';
const GAP = /[^\p{L}\p{M}*]+/u;
const EVERY_GAP = new RegExp(GAP, 'gu');
const HAN = /\p{Script=Han}/u;
/** Between Chinese and other letters, where a word may begin without a space: 你sb. */
const SEAM = /(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})/gu;
/** How B is written in Chinese: 傻13, 鸡8. */
const CHINESE_B = /(?<=\p{Script=Han})(?:13|8)/gu;
const RUN = /(\p{L})\1*/gu;

const WORDS = [...ANYWHERE, ...ALONE];
/** Letters of the longest word, and as many again for those that are drawn out. */
const LONGEST = 2 * Math.max(...WORDS.map((word) => word.length));
const UNHARMED = new RegExp(INNOCENT.join('|'), 'u');

/** i and l are one letter inside a word: asshoIe, assho1e. */
const blurred = (text: string): string => text.replaceAll('l', 'i');
/** Any letter may be written more often than it should be. The ends need not, which keeps the search linear. */
const anywhere = (words: readonly string[]): RegExp =>
  new RegExp(
    words
      .map((word) =>
        blurred(word)
          .replace(RUN, '$&+')
          .replace(/^(.)\+/u, '$1'),
      )
      .join('|'),
    'u',
  );
/** A letter is drawn out when it stands three times or more: Rapper is innocent. `least`: letters of a word. */
const alone = (least: number): RegExp => {
  const drawnOut = (run: string, letter: string): string =>
    run === letter ? `${letter}(?:${letter}{2,})?` : `${run}${letter}*`;
  const words = WORDS.filter((word) => word.length >= least);
  return new RegExp(`^(?:${words.map((word) => word.replace(RUN, drawnOut)).join('|')})$`, 'u');
};

const CHINESE = ANYWHERE.filter((word) => HAN.test(word));
const OTHER = ANYWHERE.filter((word) => !HAN.test(word));
const [HOLDS_CHINESE, HOLDS_OTHER] = [anywhere(CHINESE), anywhere(OTHER)];
const [IS_WORD, IS_LONG] = [alone(1), alone(4)];

/** Whether `name` holds a rude word, in English or Chinese, however it is dressed up. Linear in its length. */
export function isRude(name: string): boolean {
  const text = plain(name).replaceAll('#', ANY).replace(CHINESE_B, 'b');
  return text
    .split(UNHARMED)
    .some((piece) =>
      [...new Set([piece, spelled(piece, 'i'), spelled(piece, 'l')])].some(isRudeText),
    );
}

/** `text` with its figures read as letters, where they are not mere figures. */
const spelled = (text: string, one: 'i' | 'l'): string =>
  text.replace(/\S+/gu, (word) =>
    DRESSED.test(word)
      ? Array.from(word, (sign) => LEET[sign] ?? ('1!|'.includes(sign) ? one : sign)).join('')
      : word,
  );

const isRudeText = (masked: string): boolean =>
  [...new Set([masked, masked.replaceAll(ANY, '')])].some(
    (text) => holdsRudeWord(text) || isMadeOfRudeWord(text),
  );

/** In Chinese across all gaps; else inside a word, for two side by side may meet innocently: Who reads. */
function holdsRudeWord(text: string): boolean {
  const tight = blurred(text.replace(EVERY_GAP, ''));
  if (HOLDS_CHINESE.test(tight) || holdsHidden(tight, CHINESE)) return true;
  return text.split(/\s+/u).some((word) => {
    const letters = blurred(word.replace(EVERY_GAP, ''));
    return HOLDS_OTHER.test(letters) || holdsHidden(letters, OTHER);
  });
}

/** One part of the text, or some side by side, are a rude word. */
function isMadeOfRudeWord(text: string): boolean {
  const parts = text.replace(SEAM, ' ').split(GAP).filter(Boolean);
  return parts.some((_, from) => {
    let joined = '';
    for (let to = from; to < parts.length && joined.length <= LONGEST; to++) {
      joined += parts[to];
      // Parts make a short word by chance: it counts only when they are all there is.
      const isAll = from === 0 && to === parts.length - 1;
      const is = to === from || isAll ? IS_WORD : IS_LONG;
      if (is.test(joined) || isHidden(joined, WORDS)) return true;
    }
    return false;
  });
}

const isHidden = (text: string, words: readonly string[]): boolean =>
  text.includes(ANY) && words.some((word) => isLike(text, word));

const holdsHidden = (text: string, words: readonly string[]): boolean =>
  text.includes(ANY) &&
  words.map(blurred).some((word) => {
    const first = word.charAt(0);
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1))
      if (isLike(text.slice(at, at + word.length), word)) return true;
    return false;
  });

/** The same letters but for hidden ones: the first is seen, half of all are, and three, or two of them the ends. */
function isLike(text: string, word: string): boolean {
  if (text.length !== word.length || text[0] !== word[0]) return false;
  let shown = 0;
  for (let i = 0; i < word.length; i++) {
    if (text[i] === word[i]) shown++;
    else if (text[i] !== ANY) return false;
  }
  return 2 * shown >= word.length && (shown > 2 || (shown === 2 && text.at(-1) !== ANY));
}
