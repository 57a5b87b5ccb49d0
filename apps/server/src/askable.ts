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
import { pose, reveal, type Words } from '@ackade/phrasing';

type Judgement = { readonly right: boolean; readonly misconception: Belief | null };

/** A question that can be asked, whoever has made it. */
export type Askable = {
  /** A right answer; for nobody before the question is over. */
  readonly solution: Response;
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
    solution: solutionOf(question),
    judge,
    pose: async (locale) => pose(question, await wordsIn(locale)),
    reveal: async (response, locale) => reveal(question, response, await wordsIn(locale)),
  };
}
