import type { Posed } from '@ackade/contract';
import { describe, expect, it } from 'vitest';
import { firstDraft, moved, touched, typedNumber } from './form.ts';

const posed = (form: Posed['form']): Posed => ({
  position: 0,
  kind: 'own',
  skill: null,
  form,
  prompt: '',
  figure: [],
  frames: null,
  known: null,
  choices: ['a', 'b', 'c'],
  left: [],
});

describe('the draft of an answer', () => {
  it('is an order from the beginning, and nothing else is', () => {
    expect(firstDraft(posed('order'))).toEqual({ form: 'order', order: [0, 1, 2] });
    expect(firstDraft(posed('one'))).toBeNull();
  });

  it('of one is the choice that was touched last', () => {
    const first = touched(posed('one'), null, 2);
    expect(touched(posed('one'), first, 1)).toEqual({ form: 'one', choice: 1 });
  });

  it('of many holds what is chosen, in the order of the choices, and is none without any', () => {
    const both = touched(posed('many'), touched(posed('many'), null, 2), 0);
    expect(both).toEqual({ form: 'many', choices: [0, 2] });
    const one = touched(posed('many'), both, 0);
    expect(touched(posed('many'), one, 2)).toBeNull();
  });

  it.each([
    [0, 2, ['b', 'c', 'a', 'd']],
    [3, 0, ['d', 'a', 'b', 'c']],
    [1, 2, ['a', 'c', 'b', 'd']],
    [2, 2, ['a', 'b', 'c', 'd']],
  ])('in order: what stood at %i is moved to %i', (from, to, expected) => {
    const order = moved([0, 1, 2, 3], from, to);
    expect(order.map((i) => 'abcd'[i])).toEqual(expected);
  });

  it.each([
    ['42', 42],
    [' 3,5 ', 3.5],
    ['-.5', -0.5],
    ['−7', -7],
    ['1.', 1],
    ['１２．５', 12.5],
    ['１，５', 1.5],
    ['', null],
    ['.', null],
    ['4e2', null],
    ['two', null],
  ])('of a number: %j is %j', (text, expected) => {
    expect(typedNumber(text)).toBe(expected);
  });

  it('of a number: none is too large to be sent', () => {
    expect(typedNumber('9'.repeat(400))).toBeNull();
  });
});
