import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { protocolDocument } from './protocol.ts';

it('docs/protocol.md is what the schemas say (npm run protocol)', () => {
  const written = readFileSync(new URL('../docs/protocol.md', import.meta.url), 'utf8');
  expect(written).toBe(protocolDocument());
});
