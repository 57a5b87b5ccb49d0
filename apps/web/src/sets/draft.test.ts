import { OWN_FORMS, type OwnQuestion, problemsOf } from '@ackade/sets';
import { describe, expect, it } from 'vitest';
import { after, draftOf, moved, questionOf, setOf, shared, without } from './draft.ts';

const choices = (...weights: number[]) =>
  weights.map((weight, i) => ({ text: `${i}`, weight, feedback: '' }));

describe('a set that is being written', () => {
  it.each(OWN_FORMS)('begins a %s with nothing wrong but what is still empty', (form) => {
    const codes = problemsOf(questionOf(form)).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['empty']));
  });

  it('keeps what it can where a question becomes one of another form', () => {
    const one: OwnQuestion = {
      ...questionOf('one'),
      form: 'one',
      prompt: 'A?',
      choices: choices(100, 0),
    };
    expect(questionOf('many', one)).toMatchObject({ prompt: 'A?', choices: choices(100, 0) });
    expect(questionOf('text', one)).toMatchObject({ prompt: 'A?', answers: choices(100, 100) });
    expect(questionOf('truth', one)).toMatchObject({ prompt: 'A?', is: true });
  });

  it('shares the points among all that are right', () => {
    const right = (_: unknown, i: number): boolean => i < 3;
    expect(shared('many', choices(100, 0, 0, -50), right).map((c) => c.weight)).toEqual([
      33.33333, 33.33333, 33.33333, -50,
    ]);
    expect(shared('one', choices(0, 100), (_, i) => i === 0).map((c) => c.weight)).toEqual([
      100, 0,
    ]);
  });

  it('is moved, added to and taken from without losing anything', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a'], 0, -1)).toEqual(['a']);
    expect(after(['a', 'b'], 0, 'x')).toEqual(['a', 'x', 'b']);
    expect(without(['a', 'b'], 0)).toEqual(['b']);
    const set = { title: 'T', language: 'en', questions: [questionOf('truth')] } as const;
    expect(setOf(draftOf(set))).toEqual(set);
  });
});
