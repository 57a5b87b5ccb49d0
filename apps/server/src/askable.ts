/** Questions as they are put to people: in words, and the answer only where it is due. */
import type { Locale, Posed, Revealed } from '@ackade/contract';
import {
  type Belief,
  betrayedBy,
  isFitting,
  isRight,
  type Question,
  questionOf,
  type Response,
  solutionOf,
} from '@ackade/game';
import { correction, phrase, type Words } from '@ackade/phrasing';
import type { Endpoint } from '@ackade/tcp';

type Judgement = { readonly right: boolean; readonly misconception: Belief | null };

/** A question that can be asked, whoever has made it. */
type Askable = {
  /** Null where one cannot answer like that. */
  judge(response: Response): Judgement | null;
  /** As it is put: nothing in it tells the answer. */
  pose(locale: Locale): Promise<Omit<Posed, 'position'>>;
  /** What is said to who has answered it like that. */
  reveal(response: Response, locale: Locale): Promise<Omit<Revealed, 'position'>>;
};

/** The question that goes by an id; null if there is none, or none any more. */
export type FindAskable = (id: string) => Promise<Askable | null>;

/** The questions that the game makes. */
export const findMade: FindAskable = async (id) => {
  const question = questionOf(id);
  return question && askableOf(question);
};

/** Each is loaded when it is spoken. */
const LANGUAGES: Readonly<Record<Locale, () => Promise<{ readonly WORDS: Words }>>> = {
  en: () => import('@ackade/phrasing/en'),
  'zh-CN': () => import('@ackade/phrasing/zh-CN'),
};

function askableOf(question: Question): Askable {
  const wordsIn = async (locale: Locale): Promise<Words> => (await LANGUAGES[locale]()).WORDS;

  function judge(response: Response): Judgement | null {
    if (!isFitting(question, response)) return null;
    const right = isRight(question, response);
    return { right, misconception: right ? null : betrayedBy(question, response) };
  }

  return {
    judge,

    async pose(locale) {
      const { kind, skill, figure, frames, known, prompt } = question;
      const { prompt: sentence, choices } = phrase(question, await wordsIn(locale));
      const rows = question.choices.flatMap(({ said }) => (said.kind === 'row' ? [said.row] : []));
      return {
        kind,
        skill,
        form: solutionOf(question).form,
        prompt: sentence,
        figure,
        frames,
        known: known && { at: prompt.params['at'] as Endpoint, tcb: known },
        choices,
        ...(rows.length > 0 && { rows }),
        left: [],
      };
    },

    async reveal(response, locale) {
      const words = await wordsIn(locale);
      const { explanation } = phrase(question, words);
      const { right, misconception } = judge(response) ?? { right: false, misconception: null };
      const corrected = misconception && correction(misconception, words);
      return {
        right,
        response,
        solution: solutionOf(question),
        explanation,
        // Where that is what the whole question is about, the explanation says so already.
        correction: corrected && explanation.includes(corrected) ? null : corrected,
        rule: question.rule,
        row: question.row,
      };
    },
  };
}
