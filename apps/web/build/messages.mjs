import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * How messages become code: a module for each area and language, so that a browser loads only what
 * its page says, in the language in which it says it.
 */
export const projects = [
  'pages',
  'play',
  'extras',
  'words',
  'verdicts',
  'hints',
  'families',
  'replay',
  'judge',
  'learn',
  'summary',
  'check',
  'present',
  'host',
  'race',
  'quiz',
  'skills',
  'study',
  'session',
  'practice',
  'sets',
  'staff',
].map((area) => ({
  project: here(`../inlang/${area}.inlang`),
  outdir: here(`../src/paraglide/${area}`),
  outputStructure: /** @type {const} */ ('locale-modules'),
  emitReadme: false,
  emitPrettierIgnore: false,
  emitGitIgnore: false,
}));

// npm run generate
if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const project of projects) await compile(project);
