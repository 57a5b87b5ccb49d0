import type { QuizQuestion, Revealed } from '@ackade/contract';

/** What was right, as the forms show it; null as long as the question is open. */
export function revealedIn({ posed, own, told }: QuizQuestion): Revealed | null {
  if (!told) return null;
  const { solution, explanation, correction, rule, row } = told;
  return {
    position: posed.position,
    right: own?.result?.right ?? false,
    // Who has answered nothing has chosen nothing.
    response: own?.given ?? { form: 'text', text: '' },
    solution,
    explanation,
    correction,
    rule,
    row,
  };
}
