import type { Sighting } from '@ackade/observer';
import type { Judgement, Order, Problem, Report } from './judgement.ts';

/** A capture that has been judged, and the worker that keeps its segments. */
export type JudgedCapture = Judgement & {
  /** The segments `from` to before `to` of conversation `id`. */
  readonly segments: (id: number, from: number, to: number) => Promise<readonly Sighting[]>;
  /** Which segments of conversation `id` are violations, in order. */
  readonly violations: (id: number) => Promise<readonly number[]>;
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
  const give = (order: Order): void => worker.postMessage(order);

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
      case 'judged':
        return onJudged({
          ...data.judgement,
          segments: (conversation, from, to) =>
            new Promise((resolve) => {
              slices.push(resolve);
              give({ kind: 'segments', conversation, from, to });
            }),
          violations: (conversation) =>
            new Promise((resolve) => {
              places.push(resolve);
              give({ kind: 'violations', conversation });
            }),
        });
    }
  };
  give({ kind: 'judge', file });
  return () => {
    worker.onmessage = null;
    worker.terminate();
  };
}
