import { m } from '../messages/pages.ts';

/** Kind words, parted by spaces in the messages; every pair of them is a name. */
const words = (text: string): readonly string[] => text.split(' ');

/** A name that nobody has to think of, in the reader's language, and not `taken`. `random`: 0 ≤ x < 1. */
export function suggestName(taken = '', random: () => number = Math.random): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const name = m.part_name_pair({
    first: pick(words(m.part_name_firsts())),
    second: pick(words(m.part_name_seconds())),
  });
  return name === taken ? suggestName(taken, random) : name;
}
