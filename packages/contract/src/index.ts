export * from './code.ts';
export * from './http.ts';
export * from './refusal.ts';
export * from './socket.ts';
export * from './version.ts';
export * from './view.ts';
