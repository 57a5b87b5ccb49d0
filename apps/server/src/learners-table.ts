import type { Database } from './database.ts';
import { isUniqueViolation } from './matches-table.ts';

// Whose device is whose, and the codes that let another one join. Tokens and codes are kept as digests.

export type LearnersTable = {
  /** The learner of the device with this token. */
  find(token: string): Promise<string | undefined>;
  /** False if the device has a learner already: then nothing is written. */
  add(token: string, learnerId: string): Promise<boolean>;
  /** The tokens of all devices of a learner. */
  devicesOf(learnerId: string): Promise<string[]>;
  /** Makes the device the learner's; whom it leaves without a device is forgotten with all that the log has of him. */
  move(token: string, learnerId: string, before: string | undefined): Promise<void>;
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

export type LinkOffer = {
  readonly code: string;
  readonly learnerId: string;
  readonly expiresAt: number;
};

export function openLearnersTable({ client }: Database): LearnersTable {
  return {
    find: async (token) => (await client.learnerDevice.findUnique({ where: { token } }))?.learnerId,

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
      const others =
        before === undefined
          ? 0
          : await client.learnerDevice.count({
              where: { learnerId: before, token: { not: token } },
            });
      await client.$transaction([
        client.learnerDevice.upsert({
          where: { token },
          create: { token, learnerId },
          update: { learnerId },
        }),
        ...(before === undefined || others > 0
          ? []
          : [
              client.log.deleteMany({ where: { stream: before } }),
              client.linkCode.deleteMany({ where: { learnerId: before } }),
            ]),
      ]);
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
