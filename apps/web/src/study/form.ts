import type { Posed, Response, Revealed } from '@ackade/contract';

/** What every form of answering is given. */
export type FormProps = {
  readonly posed: Posed;
  readonly draft: Response | null;
  /** Null where it cannot be sent yet. */
  readonly onDraft: (draft: Response | null) => void;
  readonly busy: boolean;
  readonly revealed: Revealed | null;
};

/** What can be sent without a touch: an order is one from the beginning. */
export const firstDraft = ({ form, choices }: Posed): Response | null =>
  form === 'order' ? { form, order: choices.map((_, i) => i) } : null;

/** The choices that a response names; none where it is of another form. */
export function chosenIn(response: Response | null): readonly number[] {
  if (response?.form === 'one') return [response.choice];
  return response?.form === 'many' ? response.choices : [];
}

/** The draft after the choice `index` was touched. */
export function touched(posed: Posed, draft: Response | null, index: number): Response | null {
  if (posed.form === 'one') return { form: 'one', choice: index };
  const before = chosenIn(draft);
  const choices = before.includes(index) ? before.filter((i) => i !== index) : [...before, index];
  return choices.length > 0 ? { form: 'many', choices: choices.toSorted((a, b) => a - b) } : null;
}

/** What stands at `from` is moved to `to`, and all between them make room. */
export function moved(order: readonly number[], from: number, to: number): readonly number[] {
  const rest = order.filter((_, place) => place !== from);
  return [...rest.slice(0, to), ...order.slice(from, from + 1), ...rest.slice(to)];
}

/** A number as people write it, with a point or a comma, in digits of any width; null where it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(',', '.').replace('−', '-');
  const number = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}
