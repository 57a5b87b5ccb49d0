/** What the board does without until the first move: one file to load costs the players' phones less than four. */
export { Banner } from './banner.tsx';
export { Numbers, Octets } from './numbers.tsx';
export { Ring } from './ring.tsx';
export { Tools } from './tools.tsx';
