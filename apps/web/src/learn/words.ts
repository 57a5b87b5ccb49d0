import { useEffect, useState } from 'preact/hooks';
import { m } from '../messages/learn.ts';
import { loadStep } from '../messages/lesson.ts';
import type { Endpoint } from '../words/role.ts';

export type BeatWords = {
  /** What is to be done, and for whom. */
  readonly ask: string;
  /** What has come of it. */
  readonly told: string;
  /** What the segment says, where the story is told as a talk. */
  readonly says?: string;
  /** What the wrong ones would say, in the order of the step; empty for silence. */
  readonly others?: readonly string[];
};

export type StepWords = {
  readonly title: string;
  readonly lead: string;
  readonly beats: readonly BeatWords[];
  /** What to take home. */
  readonly moral: string;
};

/** The words of a step; null until they are there, `gone` where they cannot be had. */
export function useStepWords(id: string): StepWords | 'gone' | null {
  const [words, setWords] = useState<StepWords | 'gone' | null>(null);
  useEffect(() => {
    void loadStep(id)?.then(setWords, () => setWords('gone'));
  }, [id]);
  return words;
}

export const NAMES: Readonly<Record<Endpoint, string>> = {
  client: m.learn_client(),
  server: m.learn_server(),
};
