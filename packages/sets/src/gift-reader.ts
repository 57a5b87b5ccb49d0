/**
 * GIFT, as Moodle reads it: https://docs.moodle.org/en/GIFT_format. A blank line ends a question. Lines that begin with
 * `//` are comments; `[id:…]` and `[tag:…]` in them belong to the question of the same block.
 */
import type { Reading } from './fault.ts';
import { type Answers, type Reader, readAnswers } from './gift-answers.ts';
import { formatOf, indexOf, type Span, trimmed, unescaped } from './gift-text.ts';
import { placesIn } from './places.ts';
import type { OwnQuestion } from './question.ts';
import { newReport } from './report.ts';
import { readTags } from './tags.ts';

const CATEGORY = '$CATEGORY:';
/** Where the answers stand that stood in the middle of a sentence. */
const GAP = '_____';

/** Reads `written`. Never throws; takes time in proportion to its length. */
export function readGift(written: string): Reading {
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const reader: Reader = {
    source: text.replace(COMMENT, (line) => ' '.repeat(line.length)),
    placeAt: placesIn(text),
    report: newReport(),
  };
  const { source, placeAt, report } = reader;
  let category = '';
  /** Where answers opened that did not close in their block. */
  let open: number | null = null;
  for (const block of blocksOf(text)) {
    if (report.full()) break;
    const span = trimmed(source, block);
    if (span.from === span.to) continue;
    if (open !== null) {
      const next = firstBrace(source, span);
      if (next !== '{') {
        if (next === '}') {
          report.fault(placeAt(open), 'blank-line-in-answer');
          open = null;
        }
        continue;
      }
      report.fault(placeAt(open), 'unclosed-answer');
      open = null;
    }
    let question = span;
    if (source.startsWith(CATEGORY, span.from)) {
      const end = Math.min(span.to, lineEnd(source, span.from));
      category = categoryOf(source.slice(span.from + CATEGORY.length, end));
      question = trimmed(source, { from: end, to: span.to });
      if (question.from === question.to) continue;
    }
    const at = indexOf(source, '{', question.from, question.to);
    if (at !== -1 && indexOf(source, '}', question.from, question.to) === -1) open = at;
    else readQuestion(reader, question, category, text.slice(block.from, block.to));
  }
  if (open !== null) report.fault(placeAt(open), 'unclosed-answer');
  return report.reading();
}

const firstBrace = (source: string, { from, to }: Span): string | undefined => {
  const open = indexOf(source, '{', from, to);
  const close = indexOf(source, '}', from, to);
  return source[open === -1 ? close : close === -1 ? open : Math.min(open, close)];
};

const lineEnd = (source: string, from: number): number => {
  const end = source.indexOf('\n', from);
  return end === -1 ? source.length : end;
};

/** A line that begins with `//`. */
const COMMENT = /(?<![^\n])[^\S\n]*\/\/[^\n]*/g;

/** What stands between blank lines. */
function* blocksOf(text: string): Iterable<Span> {
  let from = 0;
  for (const { index, 0: gap } of text.matchAll(/\n[^\S\n]*(?=\n)/g)) {
    if (index > from) yield { from, to: index };
    from = index + gap.length;
  }
  yield { from, to: text.length };
}

/** `$course$/top/` is where Moodle's categories begin. */
const categoryOf = (raw: string): string =>
  raw.trim().replace(/^\$(?:course|module|system)\$(?:\/top)?(?:\/|$)/, '');

/** `written`: the block with its comments. */
function readQuestion(reader: Reader, block: Span, category: string, written: string) {
  const { source, placeAt, report } = reader;
  const open = indexOf(source, '{', block.from, block.to);
  const close = indexOf(source, '}', block.from, block.to);
  if (open === -1 && close === -1)
    return report.fault(placeAt(block.from), 'not-supported', { what: 'description' });
  if (open === -1 || close < open) return report.fault(placeAt(close), 'unopened-answer');
  const second = indexOf(source, '{', close + 1, block.to);
  if (second !== -1) return report.fault(placeAt(second), 'second-answer');
  const stray = indexOf(source, '}', close + 1, block.to);
  if (stray !== -1) return report.fault(placeAt(stray), 'unopened-answer');

  const named = nameOf(reader, { from: block.from, to: open });
  if (!named) return;
  const { format, from } = formatOf(source, { from: named.from, to: open }, 'moodle');
  const after = trimmed(source, { from: close + 1, to: block.to });
  const before = unescaped(source.slice(from, open));
  const prompt =
    after.from === after.to
      ? before
      : `${before} ${GAP} ${unescaped(source.slice(after.from, after.to))}`;
  const answers = readAnswers(reader, { from: open + 1, to: close }, format);
  if (!answers) return;
  const { caseSensitive, ...tagged } = readTags(marksIn(written, TAG));
  const question = {
    name: named.name,
    prompt: report.plain(prompt, format, placeAt(from)),
    explanation: answers.explanation,
    category,
    idnumber: marksIn(written, ID)[0] ?? '',
    ...tagged,
    ...formOf(answers, caseSensitive),
  } as OwnQuestion;
  report.question(question, answers.places.set('', placeAt(block.from)));
}

const formOf = ({ of }: Answers, caseSensitive: boolean): Answers['of'] =>
  of.form === 'text' ? { ...of, caseSensitive } : of;

const TAG = /\[tag:((?:\\[\\\]]|[^\]])+)\]/g;
const ID = /\[id:((?:\\[\\\]]|[^\]])+)\]/g;

/** What the comments of a block say of its question. */
const marksIn = (written: string, mark: RegExp): readonly string[] =>
  (written.match(COMMENT) ?? []).flatMap((comment) =>
    [...comment.matchAll(mark)].map(([, text = '']) => text.replace(/\\([\\\]])/g, '$1').trim()),
  );

/** The name in front, '' where there is none, and where what follows it begins. */
function nameOf({ source, placeAt, report }: Reader, { from, to }: Span) {
  if (!source.startsWith('::', from)) return { name: '', from };
  const end = indexOf(source, '::', from + 2, to);
  if (end === -1) {
    report.fault(placeAt(from), 'unclosed-name');
    return null;
  }
  const name = unescaped(source.slice(from + 2, end)).replaceAll('\n', ' ');
  return { name, from: end + 2 };
}
