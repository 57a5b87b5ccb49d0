import type { HostCommand } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import { type Order, useOrder } from './order.ts';

type Choice<T> = Pick<Order, 'busy' | 'problem'> & {
  /** What was chosen here last, until the race says otherwise. */
  readonly shown: T;
  readonly choose: (value: T) => void;
};

/** A value of the race that the host sets: it stands at once as chosen, and goes back if that is refused. */
export function useChoice<T>(value: T, commandFor: (value: T) => HostCommand): Choice<T> {
  const { busy, problem, give } = useOrder();
  const [shown, show] = useState(value);
  useEffect(() => show(value), [value]);
  const choose = (next: T): void => {
    show(next);
    void give(commandFor(next)).then((done) => done || show(value));
  };
  return { busy, problem, shown, choose };
}
