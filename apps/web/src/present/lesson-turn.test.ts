import { expect, test } from 'vitest';
import { FIRST_TURN, type LessonTurn, turnBack, turnOn, turnTo } from './lesson-turn.ts';

const shown = ({ chosen, told }: LessonTurn) => [chosen, [...told]];

test('every question is asked before it is answered, and the next one after that', () => {
  const turns = [FIRST_TURN];
  for (let i = 0; i < 5; i++) turns.push(turnOn(turns.at(-1) ?? FIRST_TURN, 2));
  expect(turns.map(shown)).toEqual([
    [0, []],
    [0, [0]],
    [1, [0]],
    [1, [0, 1]],
    [1, [0, 1]],
    [1, [0, 1]],
  ]);
});

test('what has been told stays told when one goes back', () => {
  const second = turnOn(turnOn(FIRST_TURN, 3), 3);
  expect(shown(turnBack(second))).toEqual([0, [0]]);
  expect(shown(turnBack(FIRST_TURN))).toEqual([0, []]);
});

test('choosing another lesson asks it, choosing it once more answers it', () => {
  const third = turnTo(FIRST_TURN, 2);
  expect(shown(third)).toEqual([2, []]);
  expect(shown(turnTo(third, 2))).toEqual([2, [2]]);
});
