import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from './question.ts';
import { questions } from './questions.ts';
import { betrayedBy, isFitting, isRight, type Response, solutionOf } from './response.ts';

const some = (count: number): readonly Question[] => {
  const endless = questions(11);
  return Array.from({ length: count }, () => endless.next().value);
};
const ASKED = some(200);
const ordered = ASKED.filter(({ answer }) => typeof answer !== 'number');

describe('a response', () => {
  it('that is the solution is right, and betrays nothing', () => {
    for (const question of ASKED) {
      const solution = solutionOf(question);
      expect(isFitting(question, solution)).toBe(true);
      expect(isRight(question, solution)).toBe(true);
      expect(betrayedBy(question, solution)).toBeNull();
    }
  });

  it('that is any other choice is wrong, and betrays what leads to it', () => {
    for (const question of ASKED.filter(({ answer }) => typeof answer === 'number'))
      for (const [choice, { misconception }] of question.choices.entries()) {
        const response: Response = { form: 'one', choice };
        expect(isFitting(question, response)).toBe(true);
        expect(isRight(question, response)).toBe(choice === question.answer);
        expect(betrayedBy(question, response)).toBe(misconception);
      }
  });

  it('that is any other order is wrong', () => {
    const [question] = ordered;
    if (!question) throw new Error('nothing to put in order');
    fc.assert(
      fc.property(fc.shuffledSubarray([...question.choices.keys()]), (order) => {
        const response: Response = { form: 'order', order };
        const whole = order.length === question.choices.length;
        expect(isFitting(question, response)).toBe(whole);
        if (whole) expect(isRight(question, response)).toBe(`${order}` === `${question.answer}`);
      }),
    );
  });

  it.each<Response>([
    { form: 'many', choices: [0] },
    { form: 'match', right: [0] },
    { form: 'text', text: 'SYN' },
    { form: 'number', number: 0 },
    { form: 'one', choice: 20 },
    { form: 'order', order: [0, 0, 0] },
    { form: 'order', order: [0, 1, 2, 3, 4, 5, 6] },
  ])('of another form, or beyond the choices, does not fit: %j', (response) => {
    for (const question of ASKED) {
      expect(isFitting(question, response)).toBe(false);
      expect(isRight(question, response)).toBe(false);
    }
  });
});

describe('the row that decides', () => {
  it('of a capture is a frame that the explanation names', () => {
    const captures = some(1500).filter(({ kind }) => kind === 'capture');
    const named = captures.filter(({ row }) => row !== null);
    expect(named.length).toBeGreaterThan(captures.length / 2);
    for (const { frames, figure, row, explanation } of captures) {
      expect(frames).toHaveLength(figure.length);
      const { frame, by, again, fin, other } = explanation[0]?.params ?? {};
      if (row !== null) expect([frame, by, again, fin, other]).toContain(frames?.[row]);
    }
  });

  it('of a wrong segment is the one to be found', () => {
    for (const { kind, row, choices, answer } of ASKED)
      if (kind === 'wrong-segment')
        expect(choices[Number(answer)]?.said).toEqual({ kind: 'row', row });
  });
});
