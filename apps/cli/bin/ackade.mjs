#!/usr/bin/env node
// `npx ackade`, from a fresh checkout too: what is not built yet is built now, once.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(main)) {
  const { runNode } = await import('../../../scripts/child.mjs');
  console.error('Building …'); // The answer alone goes to standard output.
  const code = await runNode(['node_modules/typescript/bin/tsc', '-b', 'apps/cli'], {
    quiet: true,
  });
  if (code !== 0) {
    console.error('The build failed: see above. Have the dependencies been installed (npm ci)?');
    process.exit(2);
  }
}
await import(main.href);
