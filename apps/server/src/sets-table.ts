import type { SetSummary } from '@ackade/contract';
import type { QuestionSet } from '@ackade/sets';
import type { Database } from './database.ts';
import { isMissing, isUniqueViolation } from './prisma-errors.ts';

// Question sets and their versions. A version stays for a while after it has been replaced: sessions go on with it.

/** How long, ms. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

export type StoredSet = Omit<SetSummary, 'language'> &
  Pick<QuestionSet, 'language'> & {
    readonly id: string;
    /** The digest of the owner's token. */
    readonly owner: string;
    readonly version: number;
    readonly updatedAt: number;
  };

export type SetsTable = {
  /** False if the code (or the id) is taken: then nothing is written. */
  add(
    set: Pick<StoredSet, 'id' | 'code' | 'owner'>,
    content: QuestionSet,
    now: number,
  ): Promise<boolean>;
  find(code: string): Promise<StoredSet | undefined>;
  /** What a version of a set holds, also after the set has gone. */
  content(id: string, version: number): Promise<QuestionSet | undefined>;
  /** Writes the version after `version`; false if somebody else has been quicker. */
  replace(id: string, version: number, content: QuestionSet, now: number): Promise<boolean>;
  remove(id: string, now: number): Promise<void>;
};

const described = ({ title, language, questions }: QuestionSet) => ({
  title,
  language,
  count: questions.length,
});

export function openSetsTable({ client }: Database): SetsTable {
  /** Nobody studies with these any more. */
  const forget = (now: number) =>
    client.questionSetVersion.deleteMany({ where: { replacedAt: { lt: now - KEPT } } });
  const unlessTaken = (error: unknown): false => {
    if (isUniqueViolation(error)) return false;
    throw error;
  };

  return {
    add: (set, content, now) =>
      client
        .$transaction([
          client.questionSet.create({
            data: { ...set, ...described(content), version: 1, updatedAt: now },
          }),
          client.questionSetVersion.create({
            data: { setId: set.id, version: 1, content: JSON.stringify(content) },
          }),
          forget(now),
        ])
        .then(() => true, unlessTaken),

    async find(code) {
      const row = await client.questionSet.findUnique({ where: { code } });
      if (!row) return undefined;
      const language = row.language === 'zh-CN' ? 'zh-CN' : 'en';
      return { ...row, language, updatedAt: Number(row.updatedAt) };
    },

    async content(setId, version) {
      const where = { setId_version: { setId, version } };
      const row = await client.questionSetVersion.findUnique({ where });
      return row ? (JSON.parse(row.content) as QuestionSet) : undefined;
    },

    replace: (id, version, content, now) =>
      client
        .$transaction([
          // First, since the key is what two writers at once cannot both have.
          client.questionSetVersion.create({
            data: { setId: id, version: version + 1, content: JSON.stringify(content) },
          }),
          client.questionSet.update({
            where: { id, version },
            data: { ...described(content), version: version + 1, updatedAt: now },
          }),
          client.questionSetVersion.update({
            where: { setId_version: { setId: id, version } },
            data: { replacedAt: now },
          }),
          forget(now),
        ])
        .then(
          () => true,
          (error: unknown) => (isMissing(error) ? false : unlessTaken(error)),
        ),

    async remove(id, now) {
      await client.$transaction([
        client.questionSet.deleteMany({ where: { id } }),
        client.questionSetVersion.updateMany({
          where: { setId: id, replacedAt: null },
          data: { replacedAt: now },
        }),
        forget(now),
      ]);
    },
  };
}

/** What was to be changed is not there. */
