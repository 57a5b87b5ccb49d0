import type { Database } from './database.ts';
import { isUniqueViolation } from './prisma-errors.ts';

// Whose device is whose, and the codes that let another one join. Tokens and codes are kept as digests.

export type LearnersTable = {
  /** The learner of the device with this token. */
  find(token: string): Promise<string | undefined>;
  /** Those of these devices that have a learner. */
  known(tokens: readonly string[]): Promise<string[]>;
  /** False if the device has a learner already: then nothing is written. */
  add(token: string, learnerId: string): Promise<boolean>;
  /** The tokens of all devices of a learner. */
  devicesOf(learnerId: string): Promise<string[]>;
  /** Makes the device the learner's; true if it was the last of `before`, who is to be erased then. */
  move(token: string, learnerId: string, before: string | undefined): Promise<boolean>;
  remove(token: string): Promise<void>;
  /** Writes a code in place of any that the learner had, and drops those whose time is up at `now`. */
  offer(code: LinkOffer, now: number): Promise<void>;
  /** The learner whose code it is. */
  offered(code: string, now: number): Promise<string | undefined>;
  /** Uses a code up; false if somebody else has been quicker. */
  redeem(code: string): Promise<boolean>;
  /** Writes that a learner is to be erased. */
  erasing(learnerId: string): Promise<void>;
  /** Those who are to be erased. */
  unfinished(): Promise<string[]>;
  /** Removes the learner's log, devices and codes, and that he was to be erased. */
  erased(learnerId: string): Promise<void>;
};

type LinkOffer = {
  readonly code: string;
  readonly learnerId: string;
  readonly expiresAt: number;
};

export function openLearnersTable({ client }: Database): LearnersTable {
  return {
    find: async (token) => (await client.learnerDevice.findUnique({ where: { token } }))?.learnerId,

    known: async (tokens) => {
      const where = { token: { in: [...tokens] } };
      return (await client.learnerDevice.findMany({ where })).map(({ token }) => token);
    },

    add: (token, learnerId) =>
      client.learnerDevice.create({ data: { token, learnerId } }).then(
        () => true,
        (error: unknown) => {
          if (isUniqueViolation(error)) return false;
          throw error;
        },
      ),

    devicesOf: async (learnerId) =>
      (await client.learnerDevice.findMany({ where: { learnerId } })).map(({ token }) => token),

    move: async (token, learnerId, before) => {
      const where = { learnerId: before ?? '', token: { not: token } };
      const left = before !== undefined && (await client.learnerDevice.count({ where })) === 0;
      await client.$transaction([
        client.learnerDevice.upsert({
          where: { token },
          create: { token, learnerId },
          update: { learnerId },
        }),
        ...(left ? [client.erasure.create({ data: { learnerId: before } })] : []),
      ]);
      return left;
    },

    remove: async (token) => {
      await client.learnerDevice.deleteMany({ where: { token } });
    },

    offer: async ({ code, learnerId, expiresAt }, now) => {
      await client.$transaction([
        client.linkCode.deleteMany({ where: { OR: [{ learnerId }, { expiresAt: { lte: now } }] } }),
        client.linkCode.create({ data: { code, learnerId, expiresAt } }),
      ]);
    },

    offered: async (code, now) =>
      (await client.linkCode.findUnique({ where: { code, expiresAt: { gt: now } } }))?.learnerId,

    erasing: async (learnerId) => {
      await client.erasure.upsert({ where: { learnerId }, create: { learnerId }, update: {} });
    },

    unfinished: async () => (await client.erasure.findMany()).map(({ learnerId }) => learnerId),

    erased: async (learnerId) => {
      const where = { learnerId };
      await client.$transaction([
        client.linkCode.deleteMany({ where }),
        client.log.deleteMany({ where: { stream: learnerId } }),
        client.learnerDevice.deleteMany({ where }),
        client.erasure.deleteMany({ where }),
      ]);
    },

    redeem: async (code) => (await client.linkCode.deleteMany({ where: { code } })).count === 1,
  };
}
