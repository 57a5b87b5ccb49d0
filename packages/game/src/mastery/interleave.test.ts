import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { question } from '../../test/learner.ts';
import type { Skill } from '../scenario.ts';
import { interleaved } from './interleave.ts';

const refs = fc
  .array(fc.constantFrom<Skill>('handshake', 'close', 'loss', 'reset'), { maxLength: 20 })
  .map((skills) => skills.map((skill, n) => question(skill, `v${n}`)));

describe('interleaving', () => {
  it('keeps all questions, and neighbours apart wherever that can be', () => {
    fc.assert(
      fc.property(refs, (questions) => {
        const order = interleaved(questions);
        expect(order.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
          questions.toSorted((a, b) => a.id.localeCompare(b.id)),
        );
        const count = (skill: Skill): number => questions.filter((q) => q.skill === skill).length;
        const most = Math.max(0, ...questions.map((q) => count(q.skill)));
        const doubles = order.filter((q, i) => q.skill === order[i - 1]?.skill).length;
        expect(doubles).toBe(Math.max(0, 2 * most - questions.length - 1));
      }),
    );
  });

  it('keeps the order where neighbours differ already', () => {
    const mixed = (['loss', 'close', 'loss', 'reset', 'close'] as const).map((skill, n) =>
      question(skill, `v${n}`),
    );
    expect(interleaved(mixed)).toEqual(mixed);
  });
});
