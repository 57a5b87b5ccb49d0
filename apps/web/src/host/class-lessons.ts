/** What a class got wrong, from the results of its race. */
import type { RaceResults } from '@ackade/contract';
import type { Lesson, Misconception } from '@ackade/game';

/** Every misconception that players showed; what most of them showed comes first. */
export function classLessons(results: RaceResults): readonly Lesson[] {
  const found = new Map<Misconception, { readonly lesson: Lesson; readonly by: Set<string> }>();
  for (const { replay, seats } of results.rounds.flatMap((round) => round.pairs))
    for (const { player, shown } of [seats.client, seats.server]) {
      if (player === null) continue;
      for (const { code, count, example } of shown) {
        const known = found.get(code);
        const by = (known?.by ?? new Set<string>()).add(player);
        const lesson: Lesson = {
          code,
          count: (known?.lesson.count ?? 0) + count,
          players: by.size,
          example: known?.lesson.example ?? { match: replay, mistake: example },
        };
        found.set(code, { lesson, by });
      }
    }
  return [...found.values()]
    .map(({ lesson }) => lesson)
    .sort((a, b) => b.players - a.players || b.count - a.count);
}
