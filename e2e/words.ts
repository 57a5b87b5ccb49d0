import { readFileSync } from 'node:fs';

type Words = { readonly name: string; readonly debrief: string };

/** The words of a scenario as an English page has them. */
export function en(scenario: string): Words {
  const file = new URL(`../apps/web/messages/scenarios/en/${scenario}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Words;
}
