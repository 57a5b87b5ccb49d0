/** A word filter for nicknames: it keeps the worst off the wall, and the teacher has the last word. */
import { plain } from './look-alikes.ts';
import { ALONE, ANYWHERE } from './rude-words.ts';

/** Signs and figures that stand for letters. */
const LEET: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '|': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
  '+': 't',
};
/** Stands for any letter, as in f*ck. */
const ANY = '*';
const GAPS = /[^\p{L}\p{M}*]+/gu;
const RUNS = /(\p{L})\1{2,}/gu;

/** Whether `name` holds a rude word, in English or Chinese, however it is dressed up. */
export function isRude(name: string): boolean {
  const letters = [...plain(name)].map((sign) => LEET[sign] ?? sign).join('');
  return [plain(name), letters].some((text) =>
    [text, text.replace(RUNS, '$1'), text.replace(RUNS, '$1$1')].some(holdsRudeWord),
  );
}

function holdsRudeWord(text: string): boolean {
  const all = text.replace(GAPS, '');
  const parts = text.split(GAPS);
  // Letters that stand one by one are read together.
  const spelled = parts.every((part) => [...part].length <= 1) ? [all] : [];
  return (
    ANYWHERE.some((word) => contains(all, word)) ||
    ALONE.some((word) => [...parts, ...spelled].some((part) => isLike(part, word)))
  );
}

const contains = (text: string, word: string): boolean => {
  for (let i = 0; i + word.length <= text.length; i++)
    if (isLike(text.slice(i, i + word.length), word)) return true;
  return false;
};

/** The same letters, but for some that are hidden: the first one must be seen, half of all, and two at least. */
function isLike(text: string, word: string): boolean {
  if (text.length !== word.length || text[0] !== word[0]) return false;
  let hidden = 0;
  for (let i = 0; i < word.length; i++) {
    if (text[i] === word[i]) continue;
    if (text[i] !== ANY) return false;
    hidden++;
  }
  const shown = word.length - hidden;
  return shown >= hidden && (hidden === 0 || shown >= 2);
}
