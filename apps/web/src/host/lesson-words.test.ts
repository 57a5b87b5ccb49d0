import type { Misconception, Replay, RowView } from '@ackade/game';
import { expect, test, vi } from 'vitest';

vi.mock('../locale.ts', () => ({ locale: 'en' }));
const { exampleOf } = await import('../present/example.ts');
const { lessonRule } = await import('./lesson-words.ts');

const wrong = (code: Misconception) =>
  ({
    kind: 'mistake',
    at: 'client',
    move: { kind: 'silence' },
    misconceptions: [code],
    answering: -1,
  }) as unknown as RowView;

test('the sentence of a lesson is about what its title says, in whatever order the wrong moves were made', () => {
  const replay = {
    rows: [wrong('syn-on-open-connection'), wrong('push-without-data')],
  } as unknown as Replay;
  const push = lessonRule(exampleOf({ code: 'push-without-data' }, replay));
  const syn = lessonRule(exampleOf({ code: 'syn-on-open-connection' }, replay));
  expect(push).toMatch(/^PSH/);
  expect(syn).toMatch(/^SYN/);
});

test('nothing is said before the example has come, or where it cannot', () => {
  expect(lessonRule(null)).toBe('');
  expect(lessonRule('offline')).toBe('');
});
