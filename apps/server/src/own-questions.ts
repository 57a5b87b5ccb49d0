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
import { newSeed } from './secrets.ts';
import type { SetsTable, StoredSet } from './sets-table.ts';

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
  /**
   * Questions of the set as it is now, by lot, mixed with those that `others` gives when asked for so many. A set that
   * has too few gives what it has, and others may give fewer.
   */
  mixed(
    wanted: { readonly set: string; readonly mix?: number | undefined; readonly count: number },
    others: (count: number) => Promise<readonly QuestionRef[]>,
  ): Promise<readonly QuestionRef[] | 'unknown-set'>;
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

    async mixed({ set: code, mix = 0, count }, others) {
      const set = await table.find(code);
      if (!set || set.count === 0) return 'unknown-set';
      const seed = newSeed();
      const rest = Math.round((count * mix) / 100);
      const drawn = drawnFrom(set, Math.max(1, count - rest), seed);
      const made = rest === 0 ? [] : await others(Math.min(rest, count - drawn.length));
      const all = [...drawn, ...made];
      return orderOf(all.length, seed).flatMap((i) => all[i] ?? []);
    },
  };
}

const drawnFrom = (
  { id, version, count }: StoredSet,
  most: number,
  seed: number,
): readonly QuestionRef[] =>
  orderOf(count, seed)
    .slice(0, most)
    .map((n) => ({
      id: `own:${id}:${version}:${n}:${draw(seed, -1 - n, SEEDS)}`,
      kind: 'own',
      // What an instructor asks has no place among the estimates of what is known: it is not the same for all.
      skill: null,
      variant: `${id}/${n}`,
      difficulty: DIFFICULTY,
    }));

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
