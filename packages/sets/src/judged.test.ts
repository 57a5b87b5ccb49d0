import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuestion } from '../test/arbitrary.ts';
import { fitsNumber, fitsText } from './fits.ts';
import { readGift } from './gift-reader.ts';
import { judgeOwn, ownPosed, ownSolution, putOwn, revealOwn } from './index.ts';

const one = (gift: string) => {
  const reading = readGift(gift);
  const [question] = reading.ok ? reading.questions : [];
  if (!question) throw new Error('no question');
  return question;
};

describe('an own question', () => {
  it('is right where it is answered with its solution, in whatever order it was put', () =>
    fc.assert(
      fc.property(
        anyQuestion.filter((q) => q.form !== 'text' && q.form !== 'number'),
        fc.nat(),
        (question, seed) => {
          expect(judgeOwn(question, ownSolution(question, seed), seed).right).toBe(true);
        },
      ),
    ));

  it('is put in an order of its own to everybody, with nothing lost', () => {
    const question = one('A {=a ~b ~c ~d}');
    const orders = Array.from({ length: 20 }, (_, seed) => ownPosed(question, seed, 'en').choices);
    expect(new Set(orders.map((o) => o.join())).size).toBeGreaterThan(5);
    for (const order of orders) expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tells nothing of what is right', () =>
    fc.assert(
      fc.property(anyQuestion, fc.nat(), (question, seed) => {
        expect(Object.keys(ownPosed(question, seed, 'en')).toSorted()).toEqual([
          'choices',
          'form',
          'left',
        ]);
      }),
    ));

  it('of several right ones takes all and no other', () => {
    const question = one('A {~%50%a ~%50%b#half ~%-100%c#no}');
    const { choices } = ownPosed(question, 7, 'en');
    const say = (...texts: string[]) =>
      judgeOwn(question, { form: 'many', choices: texts.map((t) => choices.indexOf(t)) }, 7);
    expect(say('a', 'b')).toEqual({ right: true, feedback: 'half' });
    expect(say('a')).toEqual({ right: false, feedback: '' });
    expect(say('a', 'b', 'c')).toEqual({ right: false, feedback: 'half\nno' });
    expect(say('a', 'a', 'b').right).toBe(false);
    expect(say('a', 'b', 'x').right).toBe(false);
  });

  it('of one right one says what its feedback is', () => {
    const question = one('A {=a#yes ~%50%b#nearly}');
    const { choices } = ownPosed(question, 1, 'en');
    const say = (text: string) =>
      judgeOwn(question, { form: 'one', choice: choices.indexOf(text) }, 1);
    expect(say('a')).toEqual({ right: true, feedback: 'yes' });
    expect(say('b')).toEqual({ right: false, feedback: 'nearly' });
    expect(judgeOwn(question, { form: 'one', choice: 9 }, 1).right).toBe(false);
    expect(judgeOwn(question, { form: 'text', text: 'a' }, 1).right).toBe(false);
  });

  it('of true and false has them in this order', () => {
    const question = one('A {F#no#yes}');
    expect(ownPosed(question, 3, 'en').choices).toEqual(['True', 'False']);
    expect(judgeOwn(question, { form: 'one', choice: 1 }, 3)).toEqual({
      right: true,
      feedback: 'yes',
    });
    expect(judgeOwn(question, { form: 'one', choice: 0 }, 3)).toEqual({
      right: false,
      feedback: 'no',
    });
  });

  it('of pairs wants them all', () => {
    const question = one('A {=a -> 1 =b -> 1 =c -> 2 = -> 3}');
    const { choices, left } = ownPosed(question, 5, 'en');
    expect(left).toEqual(['a', 'b', 'c']);
    expect(choices.toSorted()).toEqual(['1', '2', '3']);
    const say = (...texts: string[]) =>
      judgeOwn(question, { form: 'match', right: texts.map((t) => choices.indexOf(t)) }, 5).right;
    expect(say('1', '1', '2')).toBe(true);
    expect(say('1', '1', '3')).toBe(false);
    expect(say('1', '1')).toBe(false);
  });

  it('tells a star that stands for itself as it is typed', () => {
    const question = one('A {=2\\*3}');
    const solution = ownSolution(question, 0);
    expect(solution).toEqual({ form: 'text', text: '2*3' });
    expect(judgeOwn(question, solution, 0).right).toBe(true);
    expect(ownSolution(one('A {=SYN*}'), 0)).toEqual({ form: 'text', text: 'SYN*' });
  });

  it('of texts and numbers takes the first that fits', () => {
    const text = one('A {=syn =%50%sy*#more}');
    const type = (typed: string) => judgeOwn(text, { form: 'text', text: typed }, 0);
    expect(type(' SYN ')).toEqual({ right: true, feedback: '' });
    expect(type('SYNACK')).toEqual({ right: false, feedback: 'more' });
    const number = one('A {#=5:0 =%50%5:1#close ~#no}');
    const say = (n: number) => judgeOwn(number, { form: 'number', number: n }, 0);
    expect(say(5)).toEqual({ right: true, feedback: '' });
    expect(say(4)).toEqual({ right: false, feedback: 'close' });
    expect(say(3)).toEqual({ right: false, feedback: 'no' });
  });
});

describe('a text fits', () => {
  it.each([
    ['SYN-SENT', 'syn-sent', false, true],
    ['syn', 'SYN', true, false],
    ['  FIN   WAIT ', 'fin wait', false, true],
    ['１２３', '123', false, true],
    ['SYN, ACK', 'SYN*ACK', false, true],
    ['SYN', 'SYN*SYN', false, false],
    ['abcabc', 'a*c*c', false, true],
    ['2*3', '2\\*3', false, true],
    ['2x3', '2\\*3', false, false],
    ['anything', '*', false, true],
  ])('%j for %j, case %s: %s', (typed, pattern, caseSensitive, fits) => {
    expect(fitsText(typed, pattern, caseSensitive)).toBe(fits);
  });

  it('in no time', () => {
    const start = performance.now();
    fitsText('a'.repeat(500), 'a*'.repeat(250), false);
    expect(performance.now() - start).toBeLessThan(50);
  });
});

describe('a number fits', () => {
  it.each([
    [0.8, { value: 0.7, tolerance: 0.1 }, true],
    [0.81, { value: 0.7, tolerance: 0.1 }, false],
    [4294967295, { value: 4294967295, tolerance: 0 }, true],
    [4294967294, { value: 4294967295, tolerance: 0 }, false],
    [1, { least: 1, most: 3 }, true],
    [3.0001, { least: 1, most: 3 }, false],
  ])('%j in %j: %s', (number, accepted, fits) => {
    expect(fitsNumber(number, accepted)).toBe(fits);
  });

  it('says its feedback before what it says to everybody, and what would have been right', () => {
    const question = one('A {=a ~b#no, b is B ####a is the first letter}');
    const { choices } = putOwn(question, 3, 'en');
    const response = { form: 'one', choice: choices.indexOf('b') } as const;
    expect(revealOwn(question, response, 3)).toMatchObject({
      right: false,
      response,
      solution: { form: 'one', choice: choices.indexOf('a') },
      explanation: 'no, b is B\n\na is the first letter',
    });
    expect(revealOwn(question, { form: 'order', order: [0] }, 3)).toMatchObject({
      right: false,
      explanation: 'a is the first letter',
    });
  });
});
