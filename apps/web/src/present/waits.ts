/** How long each pair has been where it is: time in which it could have moved. */
import type { Progress } from '@ackade/game';
import { wayOf } from './way.ts';

/** By match. */
export type Waits = ReadonlyMap<string, { readonly way: number; readonly waited: number }>;

/** The waits once `passed` ms more have gone by. Who has moved since begins anew. */
export const waitsAfter = (before: Waits, pairs: Iterable<Progress>, passed: number): Waits =>
  new Map(
    [...pairs].map((pair) => {
      const [way, old] = [wayOf(pair), before.get(pair.match)];
      return [pair.match, { way, waited: old?.way === way ? old.waited + passed : 0 }];
    }),
  );
