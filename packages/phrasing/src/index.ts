export * from './correction.ts';
export * from './phrase.ts';
export * from './pose.ts';
export type { Words } from './words.ts';
