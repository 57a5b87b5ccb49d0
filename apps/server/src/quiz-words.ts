/** A question of a race as everybody sees it: what many see alike is put into words once. */
import type { Locale, Posed, QuizQuestion } from '@ackade/contract';
import { type QuizOn, type Response, tallyOf } from '@ackade/game';
import type { Askable } from './askable.ts';

export type QuizWords = {
  posed(locale: Locale): Promise<Posed>;
  /** The answer to the question; `given`: what one has answered oneself. */
  told(locale: Locale, given: Response | null): Promise<NonNullable<QuizQuestion['told']>>;
};

export function quizWordsFor(question: Askable, { moment, put }: QuizOn): QuizWords {
  const posed = once(async (locale: Locale) => ({
    ...(await question.pose(locale)),
    position: moment.question,
  }));
  const revealed = once((locale: Locale, response: Response) => question.reveal(response, locale));

  return {
    posed,
    async told(locale, given) {
      const { form, choices } = await posed(locale);
      const { solution, explanation, correction, rule, row } = await revealed(
        locale,
        given ?? question.solution,
      );
      const countable = form === 'one' || form === 'many' ? choices.length : 0;
      const tally = tallyOf(put, countable);
      return { solution, explanation, correction, rule, row, ...tally };
    },
  };
}

/** `of`, worked out once for the same arguments. */
function once<A extends readonly unknown[], V>(of: (...args: A) => Promise<V>) {
  const known = new Map<string, Promise<V>>();
  return (...args: A): Promise<V> => {
    const key = JSON.stringify(args);
    const value = known.get(key) ?? of(...args);
    known.set(key, value);
    return value;
  };
}
