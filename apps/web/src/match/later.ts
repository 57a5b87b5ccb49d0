/** What the board does without until the first move: one file to load costs the players' phones less than three. */
export { Banner } from './banner.tsx';
export { Ring } from './ring.tsx';
export { Tools } from './tools.tsx';
