import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { misconceptionsDocument } from './misconceptions.ts';

it('docs/misconceptions.md is what the judge and the client say (npm run misconceptions)', () => {
  const written = readFileSync(new URL('../docs/misconceptions.md', import.meta.url), 'utf8');
  expect(written).toBe(misconceptionsDocument());
});
