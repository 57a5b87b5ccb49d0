/** How far the pairs of a round have come, those first who need the host most. */
import type { Progress } from '@ackade/game';

/** Who is furthest behind comes first, of two alike the pair with more wrong moves; who is done comes last. */
export const byNeed = (pairs: Iterable<Progress>): readonly Progress[] =>
  [...pairs].sort(
    (a, b) => Number(a.over) - Number(b.over) || a.rung - b.rung || b.mistakes - a.mistakes,
  );
