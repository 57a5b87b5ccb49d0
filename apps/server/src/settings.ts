/** What all nodes of an installation must agree about, in its database. */
import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';
import { isUniqueViolation } from './prisma-errors.ts';

/** The secret of that name: made once for all nodes, 256 random bits. */
export async function secretOf({ client }: Database, name: string): Promise<string> {
  const kept = await client.setting.findUnique({ where: { name } });
  if (kept) return kept.value;
  const value = randomBytes(32).toString('base64url');
  try {
    await client.setting.create({ data: { name, value } });
    return value;
  } catch (error) {
    // Another node has been quicker.
    if (!isUniqueViolation(error)) throw error;
    return (await client.setting.findUniqueOrThrow({ where: { name } })).value;
  }
}
