import type { Exercise } from './question-ref.ts';

/**
 * The questions so that neighbours are of different skills wherever that can be, and otherwise in their order. To tell
 * which skill it is that is asked for is half of knowing it: D. Rohrer, "Interleaving helps students distinguish among
 * similar concepts", Educational Psychology Review 24 (2012), 355–367.
 */
export function interleaved(questions: readonly Exercise[]): readonly Exercise[] {
  const left = [...questions];
  const order: Exercise[] = [];
  while (left.length > 0) {
    const previous = order.at(-1)?.skill;
    // One that makes up half of what is left must come now, or it will stand beside itself.
    const pressing = left.find((q) => q.skill !== previous && 2 * countOf(left, q) > left.length);
    const next = pressing ?? left.find((q) => q.skill !== previous) ?? left[0];
    if (!next) break;
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}

const countOf = (questions: readonly Exercise[], { skill }: Exercise): number =>
  questions.filter((q) => q.skill === skill).length;
