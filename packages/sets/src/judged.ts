/** What an answer to an own question is worth. */
import { fitsNumber, fitsText, typedPattern } from './fits.ts';
import { type OwnPosed, type OwnResponse, orderOf, rightsOf } from './posed.ts';
import { FULL, type OneQuestion, type OwnQuestion } from './question.ts';

/** `feedback`: what the instructor has to say to it; '' for nothing. */
export type OwnJudgement = { readonly right: boolean; readonly feedback: string };

const WRONG: OwnJudgement = { right: false, feedback: '' };

/** Whether one can answer like that at all: in the form that is asked for, with what there is to choose. */
export function isFittingOwn({ form, choices, left }: OwnPosed, response: OwnResponse): boolean {
  const exists = (i: number): boolean => i >= 0 && i < choices.length;
  switch (response.form) {
    case 'one':
      return form === 'one' && exists(response.choice);
    case 'many': {
      const { choices: chosen } = response;
      return form === 'many' && chosen.every(exists) && new Set(chosen).size === chosen.length;
    }
    case 'match':
      return (
        form === 'match' && response.right.length === left.length && response.right.every(exists)
      );
    case 'text':
    case 'number':
      return form === response.form;
  }
}

/** Judges an answer to `question` as it was put with `seed`. One that does not fit is wrong. */
export function judgeOwn(question: OwnQuestion, response: OwnResponse, seed: number): OwnJudgement {
  switch (question.form) {
    case 'one':
      return response.form === 'one' ? ofChosen(question, [response.choice], seed) : WRONG;
    case 'many':
      return response.form === 'many' ? ofChosen(question, response.choices, seed) : WRONG;
    case 'truth': {
      if (response.form !== 'one') return WRONG;
      const said = response.choice === 0;
      return {
        right: said === question.is,
        feedback: said ? question.whenTrue : question.whenFalse,
      };
    }
    case 'match': {
      if (response.form !== 'match') return WRONG;
      const rights = rightsOf(question, seed);
      const right =
        response.right.length === question.pairs.length &&
        question.pairs.every((pair, i) => rights[response.right[i] ?? -1] === pair.right);
      return { right, feedback: '' };
    }
    case 'text': {
      if (response.form !== 'text') return WRONG;
      const { answers, caseSensitive } = question;
      const fitting = answers.find(({ text }) => fitsText(response.text, text, caseSensitive));
      return { right: fitting?.weight === FULL, feedback: fitting?.feedback ?? '' };
    }
    case 'number': {
      if (response.form !== 'number') return WRONG;
      const fitting = question.answers.find((answer) => fitsNumber(response.number, answer));
      return {
        right: fitting?.weight === FULL,
        feedback: fitting?.feedback ?? question.otherwise,
      };
    }
  }
}

function ofChosen(
  { form, choices }: OneQuestion,
  chosen: readonly number[],
  seed: number,
): OwnJudgement {
  const order = orderOf(choices.length, seed);
  const said = new Set(chosen.map((i) => order[i] ?? -1));
  const right =
    form === 'one'
      ? choices.some((c, i) => said.has(i) && c.weight === FULL)
      : said.size === chosen.length && choices.every((c, i) => said.has(i) === c.weight > 0);
  const feedback = choices.filter((c, i) => said.has(i) && c.feedback !== '');
  return {
    right: right && !said.has(-1),
    feedback: feedback.map((c) => c.feedback).join('\n'),
  };
}

/** A right answer to `question` as it was put with `seed`. */
export function ownSolution(question: OwnQuestion, seed: number): OwnResponse {
  switch (question.form) {
    case 'one': {
      const order = orderOf(question.choices.length, seed);
      return {
        form: 'one',
        choice: order.findIndex((i) => question.choices[i]?.weight === FULL),
      };
    }
    case 'many': {
      const order = orderOf(question.choices.length, seed);
      const isRight = (i: number): boolean => (question.choices[i]?.weight ?? 0) > 0;
      return { form: 'many', choices: order.flatMap((i, at) => (isRight(i) ? [at] : [])) };
    }
    case 'truth':
      return { form: 'one', choice: question.is ? 0 : 1 };
    case 'match': {
      const rights = rightsOf(question, seed);
      return { form: 'match', right: question.pairs.map(({ right }) => rights.indexOf(right)) };
    }
    case 'text': {
      const [first] = question.answers.filter(({ weight }) => weight === FULL);
      return { form: 'text', text: typedPattern(first?.text ?? '') };
    }
    case 'number': {
      const [first] = question.answers.filter(({ weight }) => weight === FULL);
      const number = !first ? 0 : 'least' in first ? first.least : first.value;
      return { form: 'number', number };
    }
  }
}
