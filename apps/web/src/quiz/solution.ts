import type { Posed, Response } from '@ackade/contract';

/** A right answer in words, line by line. */
export function solutionLines({ choices, left }: Posed, solution: Response): readonly string[] {
  const at = (i: number): string => choices[i] ?? '';
  switch (solution.form) {
    case 'one':
      return [at(solution.choice)];
    case 'many':
      return solution.choices.map(at);
    case 'order':
      return solution.order.map((choice, place) => `${place + 1}. ${at(choice)}`);
    case 'match':
      return left.map((text, i) => `${text} → ${at(solution.right[i] ?? -1)}`);
    case 'text':
      return [solution.text];
    case 'number':
      return [String(solution.number)];
  }
}
