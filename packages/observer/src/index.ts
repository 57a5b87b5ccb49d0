export * from './conversation.ts';
export * from './verdict.ts';
