/** Questions of sets as they are put to people. */
import { draw, type QuestionRef } from '@ackade/game';
import {
  isFittingOwn,
  isOwn,
  judgeOwn,
  type OwnQuestion,
  orderOf,
  ownSolution,
  putOwn,
  type QuestionSet,
  revealOwn,
  type SetLanguage,
} from '@ackade/sets';
import type { Askable, FindAskable } from './askable.ts';
import type { SetsTable } from './sets-table.ts';

/** Sets of this many versions are at hand: they never change, and a class studies one. */
const MOST_KEPT = 100;
const ID = /^own:([\w-]+):(\d+):(\d+):(\d+)$/;
/** Of an item of the middle; nothing is learned from the answer. */
const DIFFICULTY = 1000;
/** Seeds are drawn below this. */
const SEEDS = 2 ** 31;

export type OwnQuestions = {
  /** The question with an id of the kind that `drawn` gives. */
  readonly find: FindAskable;
  /** At most `count` of the questions of the set with this code as it is now, by lot; nothing if there is none. */
  drawn(code: string, count: number, seed: number): Promise<readonly QuestionRef[]>;
};

export function openOwnQuestions(table: SetsTable): OwnQuestions {
  /** In the order of their last use. */
  const kept = new Map<string, QuestionSet>();

  async function contentOf(id: string, version: number): Promise<QuestionSet | undefined> {
    const key = `${id}:${version}`;
    const known = kept.get(key) ?? (await table.content(id, version));
    if (!known) return undefined;
    kept.delete(key);
    kept.set(key, known);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return known;
  }

  return {
    async find(id) {
      const [, set = '', version, n, seed] = ID.exec(id) ?? [];
      const content = await contentOf(set, Number(version));
      const question = content?.questions[Number(n)];
      return content && question ? askableOf(question, content.language, Number(seed)) : null;
    },

    async drawn(code, count, seed) {
      const set = await table.find(code);
      if (!set) return [];
      return orderOf(set.count, seed)
        .slice(0, count)
        .map((n) => ({
          id: `own:${set.id}:${set.version}:${n}:${draw(seed, -1 - n, SEEDS)}`,
          kind: 'own',
          // What an instructor asks has no place among the estimates of what is known: it is not the same for all.
          skill: null,
          variant: `${set.id}/${n}`,
          difficulty: DIFFICULTY,
        }));
    },
  };
}

function askableOf(question: OwnQuestion, language: SetLanguage, seed: number): Askable {
  const posed = putOwn(question, seed, language);
  return {
    solution: ownSolution(question, seed),
    judge: (response) =>
      isOwn(response) && isFittingOwn(posed, response)
        ? { right: judgeOwn(question, response, seed).right, misconception: null }
        : null,
    pose: async () => posed,
    reveal: async (response) => revealOwn(question, response, seed),
  };
}
