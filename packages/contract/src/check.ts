import { z } from 'zod';
import type { Refusal } from './refusal.ts';

/**
 * What `/check` tries a network with: a time over HTTP, and an echo in Socket.IO's namespace `/check`, which
 * lets everybody in and closes every connection after a while.
 */

export const ServerTime = z
  .object({ now: z.int().meta({ description: 'Milliseconds since 1970, by the server.' }) })
  .meta({ id: 'ServerTime' });
export type ServerTime = z.infer<typeof ServerTime>;

/** The client numbers its echoes, to know which came back. */
export const Echo = z.strictObject({ n: z.int().min(0).max(999_999) }).meta({ id: 'Echo' });
export type Echo = z.infer<typeof Echo>;

/** The only event in `/check`; it is acknowledged with itself. */
export type CheckToServer = {
  echo: (payload: Echo, ack: (answer: Echo | Refusal) => void) => void;
};
