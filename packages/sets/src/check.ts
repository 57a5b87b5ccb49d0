/** Whether a question can be asked. */
import type { FaultParams, ProblemCode } from './fault.ts';
import {
  FULL,
  type MatchQuestion,
  type NumberQuestion,
  type OneQuestion,
  type OwnQuestion,
  type QuestionSet,
  SET_LIMITS,
  type TextQuestion,
} from './question.ts';

/** `path`: of the field, such as `choices.2.text`. */
export type Problem = {
  readonly path: string;
  readonly code: ProblemCode;
  readonly params: FaultParams;
};

/** Thirds are written 33.3. */
const SUM_SLACK = 1;

/** Everything that is wrong with `question`, in the order of its fields. */
export function problemsOf(question: OwnQuestion): readonly Problem[] {
  const problems = [
    ...lineProblems('name', question.name, SET_LIMITS.name, true),
    ...textProblems('prompt', question.prompt, SET_LIMITS.prompt),
    ...ofForm(question),
    ...textProblems('explanation', question.explanation, SET_LIMITS.explanation, true),
    ...lineProblems('category', question.category, SET_LIMITS.category, true),
    ...lineProblems('idnumber', question.idnumber, SET_LIMITS.idnumber, true),
    ...countProblems('tags', question.tags, 0, SET_LIMITS.tags),
    ...question.tags.flatMap((tag, i) => lineProblems(`tags.${i}`, tag, SET_LIMITS.tag)),
    ...secondsProblems(question.seconds),
  ];
  return problems;
}

/** Everything that is wrong with `set`; the paths begin with `title`, or with `questions.` and an index. */
export const problemsOfSet = ({ title, questions }: QuestionSet): readonly Problem[] => [
  ...lineProblems('title', title, SET_LIMITS.title),
  ...countProblems('questions', questions, 1, SET_LIMITS.questions),
  ...questions.flatMap((question, i) =>
    problemsOf(question).map((p) => ({ ...p, path: `questions.${i}.${p.path}` })),
  ),
];

function ofForm(question: OwnQuestion): readonly Problem[] {
  switch (question.form) {
    case 'one':
    case 'many':
      return ofChoices(question);
    case 'truth':
      return [
        ...textProblems('whenTrue', question.whenTrue, SET_LIMITS.feedback, true),
        ...textProblems('whenFalse', question.whenFalse, SET_LIMITS.feedback, true),
      ];
    case 'match':
      return ofPairs(question);
    case 'text':
      return ofTexts(question);
    case 'number':
      return ofNumbers(question);
  }
}

function ofChoices({ form, choices }: OneQuestion): readonly Problem[] {
  return [
    ...countProblems('choices', choices, 2, SET_LIMITS.choices),
    ...choices.flatMap((c, i) => answerProblems(`choices.${i}`, c)),
    ...duplicates(choices.map((c, i) => [`choices.${i}.text`, c.text])),
    ...(form === 'one' ? fullWeight('choices', choices) : wholeSum(choices)),
  ];
}

const ofPairs = ({ pairs, decoys }: MatchQuestion): readonly Problem[] => [
  ...countProblems('pairs', pairs, 2, SET_LIMITS.pairs),
  ...countProblems('decoys', decoys, 0, SET_LIMITS.pairs),
  ...pairs.flatMap(({ left, right }, i) => [
    ...textProblems(`pairs.${i}.left`, left, SET_LIMITS.text),
    ...textProblems(`pairs.${i}.right`, right, SET_LIMITS.text),
  ]),
  ...decoys.flatMap((decoy, i) => textProblems(`decoys.${i}`, decoy, SET_LIMITS.text)),
  ...duplicates(pairs.map(({ left }, i) => [`pairs.${i}.left`, left])),
  // Two lines may belong to the same thing, but what belongs to one must not be a decoy.
  ...duplicates([
    ...new Map(pairs.map(({ right }) => [right, ['', right] as const])).values(),
    ...decoys.map((decoy, i) => [`decoys.${i}`, decoy] as const),
  ]),
];

const ofTexts = ({ answers, caseSensitive }: TextQuestion): readonly Problem[] => [
  ...countProblems('answers', answers, 1, SET_LIMITS.answers),
  ...answers.flatMap((a, i) => answerProblems(`answers.${i}`, a)),
  ...duplicates(
    answers.map(({ text }, i) => [`answers.${i}.text`, caseSensitive ? text : text.toLowerCase()]),
  ),
  ...fullWeight('answers', answers),
];

const ofNumbers = ({ answers, otherwise }: NumberQuestion): readonly Problem[] => [
  ...countProblems('answers', answers, 1, SET_LIMITS.answers),
  ...answers.flatMap((answer, i) => [
    ...((
      'least' in answer
        ? answer.least <= answer.most && Number.isFinite(answer.most - answer.least)
        : answer.tolerance >= 0 && Number.isFinite(answer.value + answer.tolerance)
    )
      ? []
      : [problem(`answers.${i}`, 'bad-range')]),
    ...feedbackProblems(`answers.${i}`, answer),
  ]),
  ...fullWeight('answers', answers),
  ...textProblems('otherwise', otherwise, SET_LIMITS.feedback, true),
];

type Weighed = { readonly weight: number; readonly feedback: string };

const answerProblems = (path: string, answer: Weighed & { readonly text: string }) => [
  ...textProblems(`${path}.text`, answer.text, SET_LIMITS.text),
  ...feedbackProblems(path, answer),
];

const feedbackProblems = (path: string, { weight, feedback }: Weighed): readonly Problem[] => [
  ...(Math.abs(weight) <= FULL ? [] : [problem(`${path}.weight`, 'weight-out-of-range')]),
  ...textProblems(`${path}.feedback`, feedback, SET_LIMITS.feedback, true),
];

const fullWeight = (path: string, answers: readonly Weighed[]): readonly Problem[] =>
  answers.some(({ weight }) => weight === FULL) ? [] : [problem(path, 'no-right-answer')];

function wholeSum(choices: readonly Weighed[]): readonly Problem[] {
  const sum = choices.reduce((total, { weight }) => total + Math.max(0, weight), 0);
  if (sum === 0) return [problem('choices', 'no-right-answer')];
  return Math.abs(sum - FULL) <= SUM_SLACK
    ? []
    : [problem('choices', 'weights-do-not-add-up', { sum: Math.round(sum * 100) / 100 })];
}

function secondsProblems(seconds: number | null): readonly Problem[] {
  const { least, most } = SET_LIMITS.seconds;
  return seconds === null || (Number.isInteger(seconds) && seconds >= least && seconds <= most)
    ? []
    : [problem('seconds', 'seconds-out-of-range', { least, most })];
}

/** What XML cannot hold, and nobody sees: control characters but for tab and line feed, halves of a pair. */
const UNWRITABLE = /[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF]/u;

function textProblems(path: string, text: string, most: number, optional = false): Problem[] {
  if (text.trim() === '') return optional ? [] : [problem(path, 'empty')];
  if (text.length > most) return [problem(path, 'too-long', { most })];
  return UNWRITABLE.test(text) ? [problem(path, 'bad-character')] : [];
}

/** Of a text that has no more than one line. */
const lineProblems = (path: string, text: string, most: number, optional = false): Problem[] =>
  /[\n\t]/.test(text) ? [problem(path, 'bad-character')] : textProblems(path, text, most, optional);

function countProblems(
  path: string,
  { length }: readonly unknown[],
  least: number,
  most: number,
): readonly Problem[] {
  if (length < least) return [problem(path, 'too-few', { least })];
  return length > most ? [problem(path, 'too-many', { most })] : [];
}

/** Texts that are there before; empty ones are no duplicates of each other. */
function duplicates(texts: readonly (readonly [path: string, text: string])[]): Problem[] {
  const seen = new Set<string>();
  return texts.flatMap(([path, text]) => {
    const known = text.trim() !== '' && seen.has(text);
    seen.add(text);
    return known ? [problem(path, 'duplicate')] : [];
  });
}

const problem = (path: string, code: ProblemCode, params: FaultParams = {}): Problem => ({
  path,
  code,
  params,
});
