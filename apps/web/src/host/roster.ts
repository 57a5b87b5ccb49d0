/** The list of a class, as it is typed or pasted. */
import { LONGEST_ROSTER, type NameError, parseName } from '@ackade/game';

export type Roster = {
  /** Every name once, as players will see it. */
  readonly names: readonly string[];
  /** Names that stand there more than once. */
  readonly twice: readonly string[];
  /** What cannot be a name, as it was written. */
  readonly unusable: readonly { readonly line: string; readonly error: NameError }[];
  /** How many more there were than a list may have. */
  readonly beyond: number;
};

/** One name a line; lines without a name do not count, and one that comes again is the same. */
export function parseRoster(text: string): Roster {
  const names = new Set<string>();
  const twice = new Set<string>();
  const unusable: { line: string; error: NameError }[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue;
    const parsed = parseName(line);
    if (!parsed.ok) unusable.push({ line: line.trim(), error: parsed.error });
    else if (names.has(parsed.name)) twice.add(parsed.name);
    else names.add(parsed.name);
  }
  const all = [...names];
  return {
    names: all.slice(0, LONGEST_ROSTER),
    twice: [...twice],
    unusable,
    beyond: Math.max(0, all.length - LONGEST_ROSTER),
  };
}
