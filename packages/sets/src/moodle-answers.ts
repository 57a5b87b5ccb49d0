/** What a question of Moodle XML accepts, by its type. */
import type { Place } from './fault.ts';
import { formattedText, innerText } from './moodle-text.ts';
import { readNumber } from './number.ts';
import type {
  MatchQuestion,
  NumberAnswer,
  NumberQuestion,
  OneQuestion,
  OwnChoice,
  TextQuestion,
  TruthQuestion,
} from './question.ts';
import type { Report } from './report.ts';
import { childOf, childrenOf, type Element } from './xml-tree.ts';

type Form =
  | Pick<OneQuestion, 'form' | 'choices'>
  | Pick<TruthQuestion, 'form' | 'is' | 'whenTrue' | 'whenFalse'>
  | Pick<MatchQuestion, 'form' | 'pairs' | 'decoys'>
  | Pick<TextQuestion, 'form' | 'answers' | 'caseSensitive'>
  | Pick<NumberQuestion, 'form' | 'answers' | 'otherwise'>;

export type Answers = { readonly of: Form; readonly places: ReadonlyMap<string, Place> };

/** Null where they cannot be read; then that is reported. */
export function readAnswers(report: Report, element: Element): Answers | null {
  const places = new Map<string, Place>();
  const scope: Scope = { report, element, places };
  const type = element.attributes['type'] ?? '';
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (!read) {
    report.fault(element.place, 'not-supported', { what: type.slice(0, 40) });
    return null;
  }
  const of = read(scope);
  return of && { of, places };
}

type Scope = {
  readonly report: Report;
  readonly element: Element;
  readonly places: Map<string, Place>;
};

const READERS: Readonly<Record<string, (scope: Scope) => Form | null>> = {
  multichoice: readChoices,
  truefalse: readTruth,
  matching: readPairs,
  shortanswer: readTexts,
  numerical: readNumbers,
};

function readChoices(scope: Scope): Form {
  const single = innerText(childOf(scope.element, 'single')) || 'true';
  const choices = answersIn(scope, 'choices').map(
    (answer): OwnChoice => ({
      text: formattedText(scope.report, answer),
      ...weighed(scope, answer),
    }),
  );
  return { form: /^(?:false|0)$/i.test(single) ? 'many' : 'one', choices };
}

function readTruth(scope: Scope): Form | null {
  const { report, element } = scope;
  const answers = answersIn(scope, 'answers');
  const find = (text: string) => answers.find((a) => innerText(a).toLowerCase() === text);
  const yes = find('true');
  const no = find('false');
  if (!yes || !no) {
    report.fault(element.place, 'missing-element', { what: 'answer' });
    return null;
  }
  const whenTrue = weighed(scope, yes);
  const whenFalse = weighed(scope, no);
  return {
    form: 'truth',
    is: whenTrue.weight > whenFalse.weight,
    whenTrue: whenTrue.feedback,
    whenFalse: whenFalse.feedback,
  };
}

function readPairs({ report, element, places }: Scope): Form {
  const pairs: { left: string; right: string }[] = [];
  const decoys: string[] = [];
  for (const sub of childrenOf(element, 'subquestion')) {
    const left = formattedText(report, sub);
    const right = innerText(childOf(sub, 'answer'));
    places.set(left === '' ? `decoys.${decoys.length}` : `pairs.${pairs.length}`, sub.place);
    if (left === '') decoys.push(right);
    else pairs.push({ left, right });
  }
  return { form: 'match', pairs, decoys };
}

function readTexts(scope: Scope): Form {
  const answers = answersIn(scope, 'answers').map(
    (answer): OwnChoice => ({ text: innerText(answer), ...weighed(scope, answer) }),
  );
  return {
    form: 'text',
    answers,
    caseSensitive: innerText(childOf(scope.element, 'usecase')) === '1',
  };
}

function readNumbers(scope: Scope): Form | null {
  const { report, element } = scope;
  const units = childOf(element, 'units');
  if (units && units.children.length > 0) {
    report.fault(units.place, 'units');
    return null;
  }
  const answers: NumberAnswer[] = [];
  let otherwise = '';
  for (const answer of answersIn(scope, 'answers')) {
    const rest = weighed(scope, answer);
    const said = innerText(answer);
    if (said === '*') {
      otherwise = rest.feedback;
      continue;
    }
    const value = readNumber(said);
    const tolerance = readNumber(innerText(childOf(answer, 'tolerance')) || '0');
    if (value === null || tolerance === null) {
      report.fault(answer.place, 'bad-number', { text: said.slice(0, 40) });
      return null;
    }
    answers.push({ value, tolerance, ...rest });
  }
  return { form: 'number', answers, otherwise };
}

function answersIn({ element, places }: Scope, path: string): readonly Element[] {
  const answers = childrenOf(element, 'answer');
  for (const [i, answer] of answers.entries()) places.set(`${path}.${i}`, answer.place);
  return answers;
}

function weighed({ report }: Scope, answer: Element) {
  const weight = readNumber(answer.attributes['fraction'] ?? '0');
  if (weight === null) report.fault(answer.place, 'bad-weight');
  const feedback = childOf(answer, 'feedback');
  return { weight: weight ?? 0, feedback: feedback ? formattedText(report, feedback) : '' };
}
