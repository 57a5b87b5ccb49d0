import { QUESTION_KINDS, type Question, questions } from '@ackade/game';
import { describe, expect, it } from 'vitest';
import { WORDS as EN } from '../src/en.ts';
import { phrase, type Words } from '../src/index.ts';
import { WORDS as ZH } from '../src/zh-CN.ts';

const endless = questions(9293);
const asked = Array.from({ length: 5000 }, (): Question => endless.next().value);

describe.each<[language: string, words: Words]>([
  ['English', EN],
  ['Chinese', ZH],
])('questions in %s', (_, words) => {
  const phrased = asked.map((q) => ({ q, said: phrase(q, words) }));

  it('have a prompt, choices and an explanation, and nothing in them is left open', () => {
    for (const { q, said } of phrased)
      for (const text of [said.prompt, said.explanation, ...said.choices]) {
        expect(text.trim(), q.id).not.toBe('');
        expect(text, q.id).not.toMatch(/[{}]|undefined|null|NaN/);
      }
  });

  it('have no two choices that read alike', () => {
    const alike = phrased.filter(({ said }) => new Set(said.choices).size < said.choices.length);
    expect(alike.map(({ q }) => q.id)).toEqual([]);
  });

  it('do not tell the answer in the prompt', () => {
    for (const { q, said } of phrased) {
      const right = typeof q.answer === 'number' ? q.choices[q.answer]?.said : undefined;
      if (right?.kind !== 'segment' || typeof q.answer !== 'number') continue;
      expect(said.prompt.includes(`${said.choices[q.answer]}.`), q.id).toBe(
        // Where the peer sends what one sends oneself, word for word, there is no help for it.
        q.basis !== null &&
          'segment' in q.basis.event &&
          q.basis.event.segment.seq === right.segment.seq &&
          q.basis.event.segment.ctl === right.segment.ctl,
      );
    }
  });

  it('say something else of every statement, right and wrong', () => {
    const all = Object.values(words.statements).flatMap(({ right, wrong }) => [right, wrong]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the two languages', () => {
  const openings = (words: unknown): string[] =>
    JSON.stringify(words)
      .match(/"[^"]*":"[^"]*"/g)
      ?.map((pair) => {
        const [, name = '', text = ''] = pair.match(/"([^"]*)":"([^"]*)"/) ?? [];
        return `${name} ${[...(text.match(/\{\w+\}/g) ?? [])].sort().join()}`;
      }) ?? [];

  it('tell of the same in every sentence', () => {
    expect(openings(ZH)).toEqual(openings(EN));
  });

  it('know every kind that was asked', () => {
    expect(new Set(asked.map((q) => q.kind))).toEqual(new Set(QUESTION_KINDS));
  });
});
