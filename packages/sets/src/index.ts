export * from './check.ts';
export * from './fault.ts';
export * from './judged.ts';
export * from './posed.ts';
export * from './put.ts';
export * from './question.ts';
export * from './tidy.ts';
