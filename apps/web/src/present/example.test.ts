import type { Replay, RowView } from '@ackade/game';
import { expect, test } from 'vitest';
import { exampleOf } from './example.ts';

const wrong = (code: string) => ({ kind: 'mistake', misconceptions: [code] }) as unknown as RowView;
const rang = { kind: 'timeout', time: 0, at: 'client', timer: 'retransmission' } as const;
const found = (...rows: RowView[]) => ({ rows }) as unknown as Replay;

test('the example ends with the first wrong move that shows the misconception', () => {
  const replay = found(
    rang,
    wrong('syn-twice'),
    rang,
    wrong('fin-twice'),
    rang,
    wrong('fin-twice'),
  );
  const example = exampleOf({ code: 'fin-twice' }, replay);
  expect(example?.rows).toEqual(replay.rows.slice(0, 4));
  expect(example?.mistake).toBe(replay.rows[3]);
});

test('a match that does not show it is no example', () => {
  expect(exampleOf({ code: 'fin-twice' }, found(rang, wrong('syn-twice')))).toBeNull();
});
