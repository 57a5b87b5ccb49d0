import type { Response } from '@ackade/contract';
import type { Sighting } from '@ackade/observer';
import { locale } from '../locale.ts';
import type { Judgement, Order, PosedHere, Problem, Report } from './judgement.ts';
import type { Told } from './quiz.ts';

/** A capture that has been judged, and the worker that keeps its segments. */
export type JudgedCapture = Judgement & {
  /** The segments `from` to before `to` of conversation `id`. */
  readonly segments: (id: number, from: number, to: number) => Promise<readonly Sighting[]>;
  /** Which segments of conversation `id` are violations, in order. */
  readonly violations: (id: number) => Promise<readonly number[]>;
  /** The first question about conversation `id`, as `seed` draws it; null where nothing can be asked. */
  readonly ask: (id: number, seed: number) => Promise<PosedHere | null>;
  /** What is said to an answer to the last question. */
  readonly answer: (response: Response) => Promise<Told | null>;
  /** The next question; null where there are no more. */
  readonly next: () => Promise<PosedHere | null>;
};

type Listener = {
  /** So many octets are read. */
  readonly onProgress: (read: number) => void;
  readonly onJudged: (capture: JudgedCapture) => void;
  readonly onFailed: (problem: Problem) => void;
};

/** Judges a capture file in a worker of its own. Returns what ends the worker, whenever it is called. */
export function judge(file: Blob, { onProgress, onJudged, onFailed }: Listener): () => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const slices: ((segments: readonly Sighting[]) => void)[] = [];
  const places: ((violations: readonly number[]) => void)[] = [];
  const questions: ((question: PosedHere | null) => void)[] = [];
  const answers: ((told: Told | null) => void)[] = [];
  const give = (order: Order): void => worker.postMessage(order);
  /** Gives an order whose answer goes to whoever stands first in `queue`. */
  const order = <T>(queue: ((answer: T) => void)[], given: Order): Promise<T> =>
    new Promise((resolve) => {
      queue.push(resolve);
      give(given);
    });

  worker.onerror = () => onFailed('failed');
  worker.onmessage = ({ data }: MessageEvent<Report>) => {
    switch (data.kind) {
      case 'progress':
        return onProgress(data.read);
      case 'failed':
        return onFailed(data.problem);
      case 'segments':
        return slices.shift()?.(data.segments);
      case 'violations':
        return places.shift()?.(data.violations);
      case 'question':
        return questions.shift()?.(data.question);
      case 'told':
        return answers.shift()?.(data.told);
      case 'judged':
        return onJudged({
          ...data.judgement,
          segments: (conversation, from, to) =>
            order(slices, { kind: 'segments', conversation, from, to }),
          violations: (conversation) => order(places, { kind: 'violations', conversation }),
          ask: (conversation, seed) =>
            order(questions, { kind: 'quiz', conversation, seed, locale }),
          answer: (response) => order(answers, { kind: 'answer', response }),
          next: () => order(questions, { kind: 'next' }),
        });
    }
  };
  give({ kind: 'judge', file });
  return () => {
    worker.onmessage = null;
    worker.terminate();
  };
}
