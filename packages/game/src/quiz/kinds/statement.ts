import { STATEMENTS } from '../sources/statement.ts';
import type { Kind } from './kind.ts';

export const statement: Kind = {
  kind: 'statement',
  share: 7,
  sources: {
    statement: (misconception, lots) => {
      const form = lots(2) === 1 ? 'right' : 'wrong';
      const [skill, rule] = STATEMENTS[misconception];
      const choices = ['right', 'wrong'].map((truth) => ({
        said: { kind: 'truth', is: truth === 'right' } as const,
        misconception: truth === form ? null : misconception,
      }));
      return {
        skill,
        variant: `statement/${misconception}`,
        prompt: { code: 'statement', params: { statement: misconception, form } },
        figure: [],
        frames: null,
        known: null,
        choices,
        answer: form === 'right' ? 0 : 1,
        explanation: [{ code: 'statement', params: { statement: misconception, form: 'right' } }],
        rule,
        row: null,
        basis: null,
      };
    },
  },
};
