/** Questions about a conversation of a capture, made where the capture is. */
import { captureQuestions, FRAMES_ASKED, type Question } from '@ackade/game';
import { undoubted } from '@ackade/observer';
import type { Words } from '@ackade/phrasing';
import { locale } from '../locale.ts';
import type { JudgedCapture } from './judging.ts';

export type Quiz = {
  readonly words: Words;
  /** Null where there is nothing more to ask. */
  readonly next: () => Question | null;
  /** The place in the conversation of a frame by its number. */
  readonly placeOf: (frame: number) => number;
};

/** `seed`: which questions, and in which order. */
export async function quizOn(
  capture: Pick<JudgedCapture, 'segments'>,
  conversation: number,
  seed: number,
): Promise<Quiz> {
  const [{ WORDS }, segments] = await Promise.all([
    locale === 'zh-CN' ? import('@ackade/phrasing/zh-CN') : import('@ackade/phrasing/en'),
    capture.segments(conversation, 0, FRAMES_ASKED),
  ]);
  const at = (index: number) => {
    const sighting = segments[index];
    if (!sighting) throw new RangeError(`no segment ${index}`);
    return sighting;
  };
  const frames = undoubted({ length: segments.length, at }, FRAMES_ASKED);
  const asked = captureQuestions({ name: `${conversation}`, frames }, seed);
  return {
    words: WORDS,
    next: () => asked.next().value ?? null,
    placeOf: (frame) => frames.findIndex((f) => f.number === frame),
  };
}
