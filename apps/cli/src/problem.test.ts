import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROBLEMS } from './problem.ts';

it.each(Object.entries(PROBLEMS))('docs/cli.md tells what %s means', (code, sentence) => {
  const docs = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');
  expect(docs.replace(/ +/g, ' ')).toContain(`| \`${code}\` | ${sentence} |`);
});
