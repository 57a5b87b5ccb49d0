import { expect, test } from 'vitest';
import { isInstalled } from './installed.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
    'packages/c': { version: '0.1.0' },
    'node_modules/c': { link: true },
  },
};
const { '': _, 'node_modules/b': __, ...needed } = wanted.packages;

test.each([
  ['all that is needed', needed, true],
  ['all there is', wanted.packages, true],
  ['nothing', {}, false],
  ['another version', { ...needed, 'node_modules/a': { version: '1.0.1' } }, false],
  ['another version of an optional one', { ...needed, 'node_modules/b': { version: '1' } }, false],
])('installed: %s', (_name, packages, expected) => {
  expect(isInstalled(wanted, { packages })).toBe(expected);
});
