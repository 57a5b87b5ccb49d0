import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from './judgement.ts';
import { type JudgedCapture, judge } from './judging.ts';

/** How far the page has come with a capture. */
export type Stage =
  | { readonly stage: 'choosing'; readonly problem: Problem | null; readonly name: string }
  | {
      readonly stage: 'reading';
      readonly name: string;
      readonly read: number;
      readonly total: number;
    }
  | { readonly stage: 'judged'; readonly name: string; readonly capture: JudgedCapture };

const CHOOSING: Stage = { stage: 'choosing', problem: null, name: '' };

/**
 * One capture at a time. `open` begins with another, `fetch` with one that has yet to come, unless another is
 * chosen meanwhile; `close` goes back.
 */
export function useJudge() {
  const [stage, setStage] = useState<Stage>(CHOOSING);
  const stop = useRef(() => {});
  const become = (next: Stage): void => {
    stop.current();
    setStage(next);
  };
  const refuse = (name: string, problem: Problem): void =>
    become({ stage: 'choosing', problem, name });
  const open = (name: string, file: Blob): void => {
    const total = file.size;
    become({ stage: 'reading', name, read: 0, total });
    stop.current = judge(file, {
      onProgress: (read) => setStage({ stage: 'reading', name, read, total }),
      onJudged: (capture) => setStage({ stage: 'judged', name, capture }),
      onFailed: (problem) => refuse(name, problem),
    });
  };
  const fetch = async (name: string, load: () => Promise<Blob | null>): Promise<void> => {
    let overtaken = false;
    stop.current();
    stop.current = () => {
      overtaken = true;
    };
    const file = await load();
    if (overtaken) return;
    if (file) open(name, file);
    else refuse(name, 'offline');
  };
  useEffect(() => () => stop.current(), []);
  return { stage, open, fetch, close: () => become(CHOOSING) };
}
