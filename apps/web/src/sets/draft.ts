/** A set that is being written, and what can be done to it. */
import {
  FULL,
  type OwnChoice,
  type OwnForm,
  type OwnQuestion,
  type QuestionSet,
  type SetLanguage,
} from '@ackade/sets';
import { newId } from '../random.ts';

/** `key`: stays with a question wherever it goes. */
export type DraftQuestion = { readonly key: string; readonly question: OwnQuestion };

export type Draft = Omit<QuestionSet, 'questions'> & {
  readonly questions: readonly DraftQuestion[];
};

export const newDraft = (language: SetLanguage): Draft => ({ title: '', language, questions: [] });

export const draftOf = ({ questions, ...set }: QuestionSet): Draft => ({
  ...set,
  questions: questions.map(keyed),
});

export const setOf = ({ questions, ...draft }: Draft): QuestionSet => ({
  ...draft,
  questions: questions.map(({ question }) => question),
});

export const keyed = (question: OwnQuestion): DraftQuestion => ({ key: newId(), question });

const EMPTY: OwnChoice = { text: '', weight: 0, feedback: '' };
export const newChoice = (): OwnChoice => EMPTY;
export const newAnswer = (): OwnChoice => ({ ...EMPTY, weight: FULL });

const COMMON = {
  name: '',
  prompt: '',
  explanation: '',
  skill: null,
  category: '',
  seconds: null,
  tags: [],
  idnumber: '',
} as const;

/** An empty question, with the prompt and the explanation of `before`, and its choices where it has any. */
export function questionOf(form: OwnForm, before: OwnQuestion | null = null): OwnQuestion {
  const common = before ? pickCommon(before) : COMMON;
  const texts = before ? textsOf(before) : [];
  switch (form) {
    case 'one':
    case 'many': {
      const choices = texts.length > 1 ? texts : [{ ...EMPTY, weight: FULL }, EMPTY, EMPTY];
      return { ...common, form, choices: shared(form, choices) };
    }
    case 'truth':
      return { ...common, form, is: true, whenTrue: '', whenFalse: '' };
    case 'match':
      return {
        ...common,
        form,
        pairs: [
          { left: '', right: '' },
          { left: '', right: '' },
        ],
        decoys: [],
      };
    case 'text':
      return {
        ...common,
        form,
        answers: texts.length > 0 ? texts.map((t) => ({ ...t, weight: FULL })) : [newAnswer()],
        caseSensitive: false,
      };
    case 'number':
      return {
        ...common,
        form,
        answers: [{ value: 0, tolerance: 0, weight: FULL, feedback: '' }],
        otherwise: '',
      };
  }
}

function pickCommon(question: OwnQuestion) {
  const { name, prompt, explanation, skill, category, seconds, tags, idnumber } = question;
  return { name, prompt, explanation, skill, category, seconds, tags, idnumber };
}

const textsOf = (question: OwnQuestion): readonly OwnChoice[] =>
  'choices' in question ? question.choices : question.form === 'text' ? question.answers : [];

/** Weights for choices of which some are right: in full where one is chosen, in shares where all are. */
export function shared(
  form: 'one' | 'many',
  choices: readonly OwnChoice[],
  isRight: (choice: OwnChoice, i: number) => boolean = ({ weight }) => weight > 0,
): readonly OwnChoice[] {
  const count = choices.filter(isRight).length;
  const weight = form === 'one' ? FULL : Math.round((FULL / count) * 1e5) / 1e5;
  return choices.map((c, i) => ({ ...c, weight: isRight(c, i) ? weight : Math.min(0, c.weight) }));
}

/** What stands at `from` is moved to `to`. */
export function moved<T>(all: readonly T[], from: number, to: number): readonly T[] {
  if (to < 0 || to >= all.length) return all;
  const rest = all.filter((_, i) => i !== from);
  return [...rest.slice(0, to), ...all.slice(from, from + 1), ...rest.slice(to)];
}

export const without = <T>(all: readonly T[], at: number): readonly T[] =>
  all.filter((_, i) => i !== at);

export const replaced = <T>(all: readonly T[], at: number, by: T): readonly T[] =>
  all.map((one, i) => (i === at ? by : one));

/** `all` with what is `added` behind the one at `at`. */
export const after = <T>(all: readonly T[], at: number, added: T): readonly T[] => [
  ...all.slice(0, at + 1),
  added,
  ...all.slice(at + 1),
];
