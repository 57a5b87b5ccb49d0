export * from './correction.ts';
export * from './phrase.ts';
export type { Words } from './words.ts';
