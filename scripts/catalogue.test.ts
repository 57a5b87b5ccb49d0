import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { catalogueDocument } from './catalogue.ts';

it('docs/catalogue.md is what the scenarios say', async () => {
  const written = await readFile(new URL('../docs/catalogue.md', import.meta.url), 'utf8');
  expect(written).toBe(catalogueDocument());
});
