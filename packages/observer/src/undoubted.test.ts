import { expect, it } from 'vitest';
import type { Sighting, Verdict } from './index.ts';
import { undoubted } from './undoubted.ts';

const sightings = (...verdicts: readonly Verdict[]) => ({
  length: verdicts.length,
  at: (i: number) => ({ frame: i + 1, from: 'client', verdict: verdicts[i] }) as Sighting,
  violations: 0,
});

it.each<[Verdict[], number]>([
  [['ok', 'retransmission', 'stacks-differ', 'ok'], 4],
  [['ok', 'ok', 'violation', 'ok'], 2],
  [['unknown', 'ok'], 0],
  [Array(9).fill('ok'), 5],
])('of %j the first %i frames are beyond doubt', (verdicts, count) => {
  const numbers = undoubted(sightings(...verdicts), 5).map((f) => f.number);
  expect(numbers).toEqual(Array.from({ length: count }, (_, i) => i + 1));
});
