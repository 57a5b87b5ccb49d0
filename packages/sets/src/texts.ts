import type { OwnQuestion } from './question.ts';

/** Every text of `question` in which formatting would be understood. */
export function textsOf(question: OwnQuestion): readonly string[] {
  const { prompt, explanation } = question;
  return [prompt, explanation, ...ofForm(question)];
}

function ofForm(question: OwnQuestion): readonly string[] {
  switch (question.form) {
    case 'one':
    case 'many':
      return question.choices.flatMap(({ text, feedback }) => [text, feedback]);
    case 'truth':
      return [question.whenTrue, question.whenFalse];
    case 'match':
      return [...question.pairs.flatMap(({ left, right }) => [left, right]), ...question.decoys];
    case 'text':
      return question.answers.map(({ feedback }) => feedback);
    case 'number':
      return [...question.answers.map(({ feedback }) => feedback), question.otherwise];
  }
}
