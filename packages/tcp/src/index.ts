export * from './calls.ts';
export * from './link.ts';
export * from './rule.ts';
export * from './segment.ts';
export * from './seq.ts';
export * from './step.ts';
export * from './tcb.ts';
export * from './timeouts.ts';
