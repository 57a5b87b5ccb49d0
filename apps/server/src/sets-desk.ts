/** Question sets are made and changed here. Whoever makes one gets the secret that leads back. */
import {
  CODE_LENGTH,
  type RefusalCode,
  type ReplaceSet,
  type SetMade,
  type SetReplaced,
  type SetSummary,
  type WholeSet,
} from '@ackade/contract';
import { type Problem, problemsOfSet, type QuestionSet, tidied } from '@ackade/sets';
import { digest, newCode, newToken } from './secrets.ts';
import type { SetsTable, StoredSet } from './sets-table.ts';

/** What is wrong with the set. */
export type BadSet = { readonly problems: readonly Problem[] };

export type SetsDesk = {
  make(set: QuestionSet): Promise<SetMade | BadSet | RefusalCode>;
  summary(code: string): Promise<SetSummary | RefusalCode>;
  /** The following are for who has the token of the owner. */
  whole(code: string, token: string): Promise<WholeSet | RefusalCode>;
  replace(
    code: string,
    token: string,
    request: ReplaceSet,
  ): Promise<SetReplaced | BadSet | RefusalCode>;
  remove(code: string, token: string): Promise<RefusalCode | null>;
};

export function openSetsDesk(table: SetsTable, now: () => number): SetsDesk {
  async function owned(code: string, token: string): Promise<StoredSet | RefusalCode> {
    const set = await table.find(code);
    if (!set) return 'unknown-set';
    return set.owner === digest(token) ? set : 'not-the-owner';
  }

  return {
    async make(asked) {
      const set = tidied(asked);
      const problems = problemsOfSet(set);
      if (problems.length > 0) return { problems };
      const token = newToken();
      const id = newToken();
      for (;;) {
        const code = newCode(CODE_LENGTH.set);
        if (await table.add({ id, code, owner: digest(token) }, set, now()))
          return { code, token, version: 1 };
      }
    },

    async summary(code) {
      const set = await table.find(code);
      if (!set) return 'unknown-set';
      const { title, language, count } = set;
      return { code, title, language, count };
    },

    async whole(code, token) {
      const stored = await owned(code, token);
      if (typeof stored === 'string') return stored;
      const { id, version, updatedAt } = stored;
      const set = await table.content(id, version);
      return set ? { set, version, updatedAt } : 'unknown-set';
    },

    async replace(code, token, { set: asked, version }) {
      const stored = await owned(code, token);
      if (typeof stored === 'string') return stored;
      const set = tidied(asked);
      const problems = problemsOfSet(set);
      if (problems.length > 0) return { problems };
      if (stored.version !== version) return 'set-changed';
      const replaced = await table.replace(stored.id, version, set, now());
      return replaced ? { version: version + 1 } : 'set-changed';
    },

    async remove(code, token) {
      const stored = await owned(code, token);
      if (typeof stored === 'string') return stored;
      await table.remove(stored.id, now());
      return null;
    },
  };
}
