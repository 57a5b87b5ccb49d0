/** What stands between the braces of a GIFT question. */
import type { Place } from './fault.ts';
import { formatOf, indexOf, type Span, split, trimmed, unescaped } from './gift-text.ts';
import { readNumber } from './number.ts';
import type { TextFormat } from './plain-text.ts';
import {
  type Accepted,
  FULL,
  type MatchQuestion,
  type NumberAnswer,
  type NumberQuestion,
  type OneQuestion,
  type OwnChoice,
  type TextQuestion,
  type TruthQuestion,
} from './question.ts';
import type { Report } from './report.ts';

export type Reader = {
  /** With blanks for comments, so that an offset is the same place in what was written. */
  readonly source: string;
  readonly placeAt: (offset: number) => Place;
  readonly report: Report;
};

type Form =
  | Pick<OneQuestion, 'form' | 'choices'>
  | Pick<TruthQuestion, 'form' | 'is' | 'whenTrue' | 'whenFalse'>
  | Pick<MatchQuestion, 'form' | 'pairs' | 'decoys'>
  | Pick<TextQuestion, 'form' | 'answers' | 'caseSensitive'>
  | Pick<NumberQuestion, 'form' | 'answers' | 'otherwise'>;

export type Answers = {
  readonly of: Form;
  readonly explanation: string;
  readonly places: Map<string, Place>;
};

type Scope = Reader & { readonly format: TextFormat; readonly places: Map<string, Place> };

/** Null where they cannot be read; then that is reported. */
export function readAnswers(reader: Reader, span: Span, format: TextFormat): Answers | null {
  const { source } = reader;
  const places = new Map<string, Place>();
  const scope: Scope = { ...reader, format, places };
  const general = indexOf(source, '####', span.from, span.to);
  const whole = trimmed(source, { from: span.from, to: general === -1 ? span.to : general });
  const explanation =
    general === -1 ? '' : textOf(scope, { from: general + 4, to: span.to }, 'explanation');
  const of = readForm(scope, whole);
  return of && { of, explanation, places };
}

function readForm(scope: Scope, whole: Span): Form | null {
  const { source, report, placeAt } = scope;
  if (whole.from === whole.to) {
    report.fault(placeAt(whole.from), 'not-supported', { what: 'essay' });
    return null;
  }
  if (source[whole.from] === '#') return readNumbers(scope, { ...whole, from: whole.from + 1 });
  if (source[whole.from] === '>') {
    report.fault(placeAt(whole.from), 'not-supported', { what: 'ordering' });
    return null;
  }
  if (indexOf(source, '~', whole.from, whole.to) !== -1) return readChoices(scope, whole);
  const equals = indexOf(source, '=', whole.from, whole.to);
  if (equals !== -1 && indexOf(source, '->', whole.from, whole.to) !== -1)
    return readPairs(scope, whole);
  return readTruth(scope, whole) ?? readTexts(scope, whole);
}

/** Choices begin with `=` or `~`; a first one without either is wrong. */
function readChoices(scope: Scope, whole: Span): Form {
  const { source } = scope;
  const right = split(source, whole, '=').length > 1;
  const choices = markedSpans(source, whole).map(({ mark, span }, i): OwnChoice => {
    const path = `choices.${i}`;
    const weighed = mark === '=' ? { weight: FULL, rest: span } : weightOf(scope, span, path, 0);
    return { weight: weighed.weight, ...textAndFeedback(scope, weighed.rest, path, true) };
  });
  return { form: right ? 'one' : 'many', choices };
}

type Marked = { readonly mark: string; readonly span: Span };

/** What follows each `=` and `~`; nothing in front of the first is nothing. */
function markedSpans(source: string, { from, to }: Span): readonly Marked[] {
  const marked: Marked[] = [];
  let start = from;
  let mark = '~';
  const add = (end: number): void => {
    const span = trimmed(source, { from: start, to: end });
    if (start > from || span.from < span.to) marked.push({ mark, span });
  };
  for (let at = from; at < to; at++) {
    const c = source[at] as string;
    if (c === '\\') at++;
    if (c !== '=' && c !== '~') continue;
    if (at > from) add(at);
    start = at + 1;
    mark = c;
  }
  add(to);
  return marked;
}

const TRUTHS: Readonly<Record<string, boolean>> = { T: true, TRUE: true, F: false, FALSE: false };

/** `T#wrong#right`. Null where it is neither true nor false. */
function readTruth(scope: Scope, whole: Span): Form | null {
  const [said, wrong, right] = split(scope.source, whole, '#') as [Span, Span?, Span?];
  const is = TRUTHS[scope.source.slice(said.from, said.to).trim().toUpperCase()];
  if (is === undefined) return null;
  const whenWrong = wrong ? textOf(scope, wrong, is ? 'whenFalse' : 'whenTrue') : '';
  const whenRight = right ? textOf(scope, right, is ? 'whenTrue' : 'whenFalse') : '';
  return {
    form: 'truth',
    is,
    whenTrue: is ? whenRight : whenWrong,
    whenFalse: is ? whenWrong : whenRight,
  };
}

function readPairs(scope: Scope, whole: Span): Form | null {
  const { source, report, placeAt, places } = scope;
  const pairs: { left: string; right: string }[] = [];
  const decoys: string[] = [];
  for (const span of answerSpans(source, whole)) {
    const arrow = indexOf(source, '->', span.from, span.to);
    if (arrow === -1) {
      report.fault(placeAt(span.from), 'no-arrow');
      return null;
    }
    const left = trimmed(source, { from: span.from, to: arrow });
    const decoy = left.from === left.to;
    const path = decoy ? `decoys.${decoys.length}` : `pairs.${pairs.length}`;
    places.set(path, placeAt(span.from));
    const right = textOf(scope, { from: arrow + 2, to: span.to }, `${path}.right`);
    if (decoy) decoys.push(right);
    else pairs.push({ left: textOf(scope, left, `${path}.left`), right });
  }
  return { form: 'match', pairs, decoys };
}

function readTexts(scope: Scope, whole: Span): Form {
  const answers = answerSpans(scope.source, whole).map((span, i): OwnChoice => {
    const path = `answers.${i}`;
    const { weight, rest } = weightOf(scope, span, path, FULL);
    return { weight, ...textAndFeedback(scope, rest, path, false) };
  });
  return { form: 'text', answers, caseSensitive: false };
}

/** `value`, `value:tolerance`, `least..most`, or several of them after `=`; `~#…` is for all others, as `=*` is. */
function readNumbers(scope: Scope, whole: Span): Form | null {
  const { source, report, placeAt, places } = scope;
  const tilde = indexOf(source, '~', whole.from, whole.to);
  const to = tilde === -1 ? whole.to : tilde;
  let otherwise =
    tilde === -1 ? '' : feedbackOf(scope, { from: tilde + 1, to: whole.to }, 'otherwise');
  const answers: NumberAnswer[] = [];
  for (const span of answerSpans(source, { ...whole, to })) {
    const path = `answers.${answers.length}`;
    places.set(path, placeAt(span.from));
    const { weight, rest } = weightOf(scope, span, path, FULL);
    const hash = indexOf(source, '#', rest.from, rest.to);
    const said = source.slice(rest.from, hash === -1 ? rest.to : hash).trim();
    const feedback = feedbackOf(scope, rest, path);
    if (said === '*') {
      otherwise = feedback;
      continue;
    }
    const accepted = acceptedOf(said);
    if (!accepted) {
      report.fault(placeAt(rest.from), 'bad-number', { text: said.slice(0, 40) });
      return null;
    }
    answers.push({ ...accepted, weight, feedback });
  }
  return { form: 'number', answers, otherwise };
}

function acceptedOf(said: string): Accepted | null {
  const dots = said.indexOf('..');
  if (dots !== -1) {
    const least = readNumber(said.slice(0, dots));
    const most = readNumber(said.slice(dots + 2));
    return least === null || most === null ? null : { least, most };
  }
  const [before = '', after = '0', ...more] = said.split(':');
  const value = readNumber(before);
  const tolerance = readNumber(after);
  return value === null || tolerance === null || more.length > 0 ? null : { value, tolerance };
}

/** What follows each `=`; nothing in front of the first is nothing. */
const answerSpans = (source: string, whole: Span): readonly Span[] =>
  split(source, whole, '=')
    .map((span) => trimmed(source, span))
    .filter(({ from, to }, i) => i > 0 || from < to);

const WEIGHT = /^%(-?\d{1,3}(?:\.\d{0,10})?)%/;

/** `%50%` in front, or `usual`. */
function weightOf(
  { source, report, placeAt, places }: Scope,
  span: Span,
  path: string,
  usual: number,
): { readonly weight: number; readonly rest: Span } {
  places.set(path, placeAt(span.from));
  if (source[span.from] !== '%') return { weight: usual, rest: span };
  const [written, weight] = source.slice(span.from, span.from + 20).match(WEIGHT) ?? [];
  if (written !== undefined)
    return { weight: Number(weight), rest: { from: span.from + written.length, to: span.to } };
  report.fault(placeAt(span.from), 'bad-weight');
  return { weight: usual, rest: span };
}

/** `formatted`: whether HTML is understood in it, as it is in what one reads and not in what one types. */
function textAndFeedback(scope: Scope, span: Span, path: string, formatted: boolean) {
  scope.places.set(path, scope.placeAt(span.from));
  const hash = indexOf(scope.source, '#', span.from, span.to);
  const said = { from: span.from, to: hash === -1 ? span.to : hash };
  return {
    text: formatted
      ? textOf(scope, said, `${path}.text`)
      : unescaped(scope.source.slice(said.from, said.to)),
    feedback: feedbackOf(scope, span, path),
  };
}

/** What follows the first `#`. */
function feedbackOf(scope: Scope, { from, to }: Span, path: string): string {
  const hash = indexOf(scope.source, '#', from, to);
  return hash === -1 ? '' : textOf(scope, { from: hash + 1, to }, `${path}.feedback`);
}

function textOf({ source, report, placeAt, places, format }: Scope, span: Span, path: string) {
  const { format: own, from } = formatOf(source, span, format);
  const place = placeAt(from);
  places.set(path, place);
  return report.plain(unescaped(source.slice(from, span.to)), own, place);
}
