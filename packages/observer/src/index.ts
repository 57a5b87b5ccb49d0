export * from './base.ts';
export * from './capture.ts';
export * from './conversation.ts';
export * from './observe.ts';
export * from './undoubted.ts';
export * from './verdict.ts';
