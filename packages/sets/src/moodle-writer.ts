/** Moodle XML for Moodle and for `readMoodleXml`, which reads the same questions back. */
import { percentage } from './gift-writer.ts';
import {
  FULL,
  type NumberAnswer,
  type OneQuestion,
  type OwnChoice,
  type OwnQuestion,
} from './question.ts';
import { tagsOf } from './tags.ts';

/** `questions` are fine by `problemsOf`. A range is written as its middle, and how far it reaches from there. */
export function writeMoodleXml(questions: readonly OwnQuestion[]): string {
  let category = '';
  const written = questions.flatMap((question) => {
    const moved = question.category !== category;
    category = question.category;
    return [...(moved ? [categoryXml(category)] : []), questionXml(question)];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${written.join('\n')}\n</quiz>\n`;
}

const categoryXml = (category: string): string =>
  `  <question type="category">\n    <category>${text(`$course$/top/${category}`)}</category>\n  </question>`;

function questionXml(question: OwnQuestion): string {
  const tags = tagsOf(question, false);
  const lines = [
    `<name>${text(question.name)}</name>`,
    plain('questiontext', question.prompt),
    plain('generalfeedback', question.explanation),
    ...(question.idnumber === '' ? [] : [`<idnumber>${escaped(question.idnumber)}</idnumber>`]),
    ...formXml(question),
    ...(tags.length === 0
      ? []
      : [`<tags>${tags.map((tag) => `<tag>${text(tag)}</tag>`).join('')}</tags>`]),
  ];
  const body = lines.map((line) => `    ${line}`).join('\n');
  return `  <question type="${TYPES[question.form]}">\n${body}\n  </question>`;
}

const TYPES: Readonly<Record<OwnQuestion['form'], string>> = {
  one: 'multichoice',
  many: 'multichoice',
  truth: 'truefalse',
  match: 'matching',
  text: 'shortanswer',
  number: 'numerical',
};

function formXml(question: OwnQuestion): readonly string[] {
  switch (question.form) {
    case 'one':
    case 'many':
      return choicesXml(question);
    case 'truth': {
      const { is, whenTrue, whenFalse } = question;
      return [
        answerXml(is ? FULL : 0, 'true', whenTrue),
        answerXml(is ? 0 : FULL, 'false', whenFalse),
      ];
    }
    case 'match':
      return [
        '<shuffleanswers>true</shuffleanswers>',
        ...question.pairs.map(({ left, right }) => pairXml(left, right)),
        ...question.decoys.map((decoy) => pairXml('', decoy)),
      ];
    case 'text':
      return [
        `<usecase>${question.caseSensitive ? 1 : 0}</usecase>`,
        ...question.answers.map((a) => answerXml(a.weight, a.text, a.feedback)),
      ];
    case 'number':
      return [
        ...question.answers.map(numberXml),
        ...(question.otherwise === '' ? [] : [answerXml(0, '*', question.otherwise)]),
      ];
  }
}

const choicesXml = ({ form, choices }: OneQuestion): readonly string[] => [
  `<single>${form === 'one'}</single>`,
  '<shuffleanswers>true</shuffleanswers>',
  ...choices.map(
    ({ weight, text: said, feedback }: OwnChoice) =>
      `<answer fraction="${percentage(weight)}" format="plain_text">${text(said)}${plain('feedback', feedback)}</answer>`,
  ),
];

const answerXml = (weight: number, said: string, feedback: string, more = ''): string =>
  `<answer fraction="${percentage(weight)}">${text(said)}${plain('feedback', feedback)}${more}</answer>`;

function numberXml(answer: NumberAnswer): string {
  const [value, tolerance] =
    'least' in answer
      ? [middleOf(answer.least, answer.most), middleOf(-answer.least, answer.most)]
      : [answer.value, answer.tolerance];
  return answerXml(
    answer.weight,
    String(value),
    answer.feedback,
    `<tolerance>${tolerance}</tolerance>`,
  );
}

/** Halves, without the dust that 0.1 + 0.2 leaves. */
const middleOf = (a: number, b: number): number => Number(((a + b) / 2).toPrecision(15));

const pairXml = (left: string, right: string): string =>
  `<subquestion format="plain_text">${text(left)}<answer>${text(right)}</answer></subquestion>`;

const plain = (name: string, said: string): string =>
  `<${name} format="plain_text">${text(said)}</${name}>`;

const text = (said: string): string => `<text>${escaped(said)}</text>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (said: string): string => said.replace(/[&<>]/g, (c) => ENTITIES[c] as string);
