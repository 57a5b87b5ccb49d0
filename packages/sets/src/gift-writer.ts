/** GIFT for Moodle and for `readGift`, which reads the same questions back. */
import { escaped, escapedWithArrows } from './gift-text.ts';
import { htmlOf } from './plain-text.ts';
import {
  FULL,
  type MatchQuestion,
  type NumberAnswer,
  type NumberQuestion,
  type OneQuestion,
  type OwnChoice,
  type OwnQuestion,
  type TextQuestion,
  type TruthQuestion,
} from './question.ts';
import { tagsOf } from './tags.ts';
import { textsOf } from './texts.ts';

/** `questions` are fine by `problemsOf`. */
export function writeGift(questions: readonly OwnQuestion[]): string {
  let category = '';
  const blocks = questions.flatMap((question) => {
    const moved = question.category !== category;
    category = question.category;
    return moved ? [`$CATEGORY: $course$/top/${category}`, written(question)] : [written(question)];
  });
  return `${blocks.join('\n\n')}\n`;
}

function written(question: OwnQuestion): string {
  const { name, prompt, explanation, idnumber } = question;
  const marks = [
    ...(idnumber === '' ? [] : [`[id:${marked(idnumber)}]`]),
    ...tagsOf(question, question.form === 'text' && question.caseSensitive).map(
      (tag) => `[tag:${marked(tag)}]`,
    ),
  ];
  return [
    ...(marks.length > 0 ? [`// ${marks.join(' ')}\n`] : []),
    ...(name === '' ? [] : [`::${escaped(name)}::`]),
    ...(needsPlain(question) ? ['[plain]'] : []),
    `${escaped(prompt)} {`,
    ...answersOf(question),
    ...(explanation === '' ? [] : [`\n  ####${literal(explanation)}`]),
    '\n}',
  ].join('');
}

const marked = (text: string): string => text.replace(/[\\\]]/g, '\\$&');

/** Whether something would be taken for HTML, or for the beginning of something else. */
const needsPlain = (question: OwnQuestion): boolean =>
  /^(?:\[|\/\/|::|\$CATEGORY:)/.test(question.prompt) ||
  textsOf(question).some((t) => /[<&]/.test(t));

/** A text of which the beginning cannot be taken for a format. */
const literal = (text: string): string =>
  `${text.startsWith('[') ? '[plain]' : ''}${escaped(text)}`;

function answersOf(question: OwnQuestion): readonly string[] {
  switch (question.form) {
    case 'one':
    case 'many':
      return question.choices.map((choice) => choiceOf(question.form, choice));
    case 'truth':
      return [truthOf(question)];
    case 'match':
      return pairsOf(question);
    case 'text':
      return textAnswers(question);
    case 'number':
      return numbersOf(question);
  }
}

const choiceOf = (form: OneQuestion['form'], { text, weight, feedback }: OwnChoice): string =>
  form === 'one' && weight === FULL
    ? `\n  =${literal(text)}${remark(feedback)}`
    : `\n  ~${percent(weight, 0, text)}${literal(text)}${remark(feedback)}`;

function truthOf({ is, whenTrue, whenFalse }: TruthQuestion): string {
  const [right, wrong] = is ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
  const remarks = right === '' ? remark(wrong) : `#${literal(wrong)}#${literal(right)}`;
  return `${is ? 'TRUE' : 'FALSE'}${remarks}`;
}

const pairsOf = ({ pairs, decoys }: MatchQuestion): readonly string[] => [
  ...pairs.map(({ left, right }) => `\n  =${arrowless(left)} -> ${literal(right)}`),
  ...decoys.map((decoy) => `\n  = -> ${literal(decoy)}`),
];

/** A text in which an arrow would be taken for that of a pair: in HTML it has another name. */
const arrowless = (text: string): string =>
  text.includes('->') ? `[html]${escaped(htmlOf(text))}` : literal(text);

const textAnswers = ({ answers }: TextQuestion): readonly string[] =>
  answers.map(
    ({ text, weight, feedback }) =>
      `\n  =${percent(weight, FULL, text)}${escapedWithArrows(text)}${feedback === '' ? '' : `#${arrowless(feedback)}`}`,
  );

const numbersOf = ({ answers, otherwise }: NumberQuestion): readonly string[] => [
  '#',
  ...answers.map(
    (answer) =>
      `\n  =${percent(answer.weight, FULL, '')}${acceptedWords(answer)}${remark(answer.feedback)}`,
  ),
  ...(otherwise === '' ? [] : [`\n  ~${remark(otherwise)}`]),
];

const acceptedWords = (answer: NumberAnswer): string =>
  'least' in answer
    ? `${answer.least}..${answer.most}`
    : `${answer.value}${answer.tolerance === 0 ? '' : `:${answer.tolerance}`}`;

const remark = (feedback: string): string => (feedback === '' ? '' : `#${literal(feedback)}`);

/** The weight, where it is not the usual one or `text` would be taken for one. */
const percent = (weight: number, usual: number, text: string): string =>
  weight === usual && !text.startsWith('%') ? '' : `%${percentage(weight)}%`;

/** Moodle keeps five decimals. */
export const percentage = (weight: number): string => String(Math.round(weight * 1e5) / 1e5);
