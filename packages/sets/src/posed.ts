/** A question as it is put to somebody. */
import { draw, type Response } from '@ackade/game';
import type { OwnQuestion, SetLanguage } from './question.ts';

/** What one answers with; indices are those of what was put. */
export type OwnResponse = Exclude<Response, { readonly form: 'order' }>;

/** Without anything from which the answer follows. */
export type OwnPosed = {
  readonly form: OwnResponse['form'];
  readonly choices: readonly string[];
  readonly left: readonly string[];
};

/** Choices like any others: in the language of the set, whatever that of the page is. */
const TRUTH: Readonly<Record<SetLanguage, readonly string[]>> = {
  en: ['True', 'False'],
  'zh-CN': ['正确', '错误'],
};

/** `seed`: of the order of what can be chosen; the same one for putting a question and for judging the answer. */
export function ownPosed(question: OwnQuestion, seed: number, language: SetLanguage): OwnPosed {
  switch (question.form) {
    case 'one':
    case 'many': {
      const { form, choices } = question;
      const order = orderOf(choices.length, seed);
      return { form, choices: order.map((i) => choices[i]?.text ?? ''), left: [] };
    }
    case 'truth':
      return { form: 'one', choices: TRUTH[language], left: [] };
    case 'match':
      return {
        form: 'match',
        choices: rightsOf(question, seed),
        left: question.pairs.map(({ left }) => left),
      };
    case 'text':
    case 'number':
      return { form: question.form, choices: [], left: [] };
  }
}

/** Each right-hand side once, in any order. */
export function rightsOf(
  { pairs, decoys }: Extract<OwnQuestion, { form: 'match' }>,
  seed: number,
): readonly string[] {
  const rights = [...new Set([...pairs.map(({ right }) => right), ...decoys])];
  return orderOf(rights.length, seed).map((i) => rights[i] ?? '');
}

/** Which of `count` things stands where. */
export function orderOf(count: number, seed: number): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = draw(seed, i, i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
