/** Questions about a conversation of a capture, made where the capture is. */
import type { Locale, Response, Revealed } from '@ackade/contract';
import { captureQuestions, FRAMES_ASKED, type Question } from '@ackade/game';
import { type Sightings, undoubted } from '@ackade/observer';
import { pose, reveal, type Words } from '@ackade/phrasing';
import type { PosedHere } from './judgement.ts';

/** `frame`: the one that decides, by its number and by its place in the conversation; null where there is none. */
export type Told = Omit<Revealed, 'position'> & {
  readonly frame: { readonly number: number; readonly place: number } | null;
};

export type Quiz = {
  /** Null where there is nothing more to ask. */
  readonly next: () => PosedHere | null;
  /** What is said to an answer to the last question; null where there is none. */
  readonly answer: (response: Response) => Told | null;
};

const LANGUAGES: Readonly<Record<Locale, () => Promise<{ readonly WORDS: Words }>>> = {
  en: () => import('@ackade/phrasing/en'),
  'zh-CN': () => import('@ackade/phrasing/zh-CN'),
};

/** `seed`: which questions, and in which order. */
export async function quizOn(
  segments: Pick<Sightings, 'length' | 'at'>,
  seed: number,
  locale: Locale,
): Promise<Quiz> {
  const { WORDS } = await LANGUAGES[locale]();
  const frames = undoubted(segments, FRAMES_ASKED);
  const questions = captureQuestions({ name: '', frames }, seed);
  let asked: Question | null = null;
  return {
    next() {
      asked = questions.next().value ?? null;
      return asked && pose(asked, WORDS);
    },
    answer(response) {
      if (!asked) return null;
      const number = asked.row === null ? undefined : asked.frames?.[asked.row];
      const place = frames.findIndex((f) => f.number === number);
      return {
        ...reveal(asked, response, WORDS),
        frame: number === undefined ? null : { number, place },
      };
    },
  };
}
