import type { Question } from '@ackade/game';
import { type Phrased, rowText, type Words } from '@ackade/phrasing';

const LETTERS = 'ABCDE';

/** A question as one reads it, and its answer below. */
export function questionText(
  n: number,
  { kind, figure, frames, answer, rule, known }: Question,
  { prompt, choices, explanation }: Phrased,
  words: Words,
): string {
  // What is told in the prompt need not be shown above it.
  const rows = known && figure.length === 1 ? [] : figure;
  const lines = rows.map(
    (row, i) => `   ${String(frames?.[i] ?? i + 1).padStart(2)}  ${rowText(row, words)}`,
  );
  const letters = [answer].flat().map((i) => LETTERS[i]);
  return [
    `${n}. [${kind}]`,
    ...lines,
    `   ${prompt}`,
    ...choices.map((choice, i) => `   ${LETTERS[i]}) ${choice}`),
    `   → ${letters.join(' ')}: ${explanation} (RFC 9293, ${rule})`,
    '',
    '',
  ].join('\n');
}
