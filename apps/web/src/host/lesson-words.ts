import type { Problem } from '../api.ts';
import type { Example } from '../present/example.ts';
import { mistakeWords } from '../words/mistake.ts';

/** The sentence that was said to the player of the example; empty where there is none to quote. */
export const lessonRule = (found: Example | Problem | null): string =>
  found === null || typeof found === 'string' ? '' : mistakeWords(found.mistake, found.rows).text;
