import { expect, it } from 'vitest';
import { matching } from './roster.ts';

const roster = ['Ada Lovelace', 'Zoë Müller', '王小明', '王丽'].map((name) => ({
  name,
  taken: name === '王丽',
}));
const found = (typed: string) => matching(roster, typed).map((e) => e.name);

it('a name is found by any part of it, in any case, without its accents', () => {
  expect(found('love')).toEqual(['Ada Lovelace']);
  expect(found('ZOE m')).toEqual(['Zoë Müller']);
  expect(found('王')).toEqual(['王小明', '王丽']);
});

it('nothing typed finds all, taken or not; what nobody is called finds nobody', () => {
  expect(found('  ')).toEqual(roster.map((e) => e.name));
  expect(found('bob')).toEqual([]);
});
