/**
 * How hard questions have proved, for all learners together. It belongs to nobody and is no part of the log: an answer
 * that a crash keeps from being counted is one of many.
 */
import { type EloRating, ITEM_RANGE, itemAfter } from '@ackade/game';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from './database.ts';

export type Items = {
  /** On the Elo scale; null of one that nobody has answered yet. */
  rated(item: string): number | null;
  /** `estimate`: how hard it was thought to be before anybody had answered it; `skill`: the rating of who answered. */
  answered(item: string, estimate: number, skill: number, right: boolean): void;
};

export async function openItems(
  { client }: Database,
  log: Pick<FastifyBaseLogger, 'error'>,
): Promise<Items> {
  const rows = await client.item.findMany();
  const ratings = new Map<string, EloRating>(
    rows.map(({ id, value, answers }) => [id, { value: inRange(value), answers }]),
  );
  return {
    rated: (item) => ratings.get(item)?.value ?? null,

    answered(item, estimate, skill, right) {
      const before = ratings.get(item) ?? { value: estimate, answers: 0 };
      const after = itemAfter(before, skill, right);
      ratings.set(item, after);
      client.item
        .upsert({
          where: { id: item },
          create: { id: item, ...after },
          // Added to what other nodes have written.
          update: { value: { increment: after.value - before.value }, answers: { increment: 1 } },
        })
        .catch((error: unknown) => log.error(error, 'rating an item'));
    },
  };
}

const inRange = (value: number): number =>
  Math.min(ITEM_RANGE.most, Math.max(ITEM_RANGE.least, value));
