import type { Kind } from './kind.ts';

export const statement: Kind = {
  kind: 'statement',
  share: 7,
  sources: {
    statement: ({ misconception, skill, rule }, lots) => {
      const isRight = lots(2) === 1;
      const choices = [true, false].map((is) => ({
        said: { kind: 'truth', is } as const,
        misconception: is === isRight ? null : misconception,
      }));
      return {
        skill,
        variant: `statement/${misconception}`,
        prompt: { code: `${isRight ? 'right' : 'wrong'}:${misconception}`, params: {} },
        figure: [],
        known: null,
        choices,
        answer: isRight ? 0 : 1,
        explanation: [{ code: `right:${misconception}`, params: {} }],
        rule,
        basis: null,
      };
    },
  },
};
