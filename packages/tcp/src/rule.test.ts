import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULE_IDS } from './rule.ts';

const TITLE =
  /\b(?:describe|it)(?:\.each\([\s\S]*?\))?\(\s*(?:'([^'\n]*)'|`([^`\n]*)`|"([^"\n]*)")/g;

const titles = ['.', '../test']
  .map((folder) => new URL(`${folder}/`, import.meta.url))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8')),
  )
  .flatMap((source) => [...source.matchAll(TITLE)].map((m) => m[1] ?? m[2] ?? m[3] ?? ''));

it.each(RULE_IDS)('the title of some test names rule %s', (rule) => {
  const named = new RegExp(`(?<![\\d.])${rule.replaceAll('.', '\\.')}(?![\\d.-]*\\d)`);
  expect(titles.filter((title) => named.test(title))).not.toEqual([]);
});
