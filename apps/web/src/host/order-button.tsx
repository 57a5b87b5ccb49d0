import type { HostCommand } from '@ackade/game';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { m } from '../messages/host.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { useOrder } from './order.ts';
import css from './order-button.module.css';

type Props = {
  readonly command: HostCommand;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  /** For what cannot be taken back: asked before it is done. */
  readonly asks?: string;
  /** For what is on or off. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onDone?: () => void;
  readonly children: ComponentChildren;
};

/** Gives a command, shows that it is on its way, and says so if it is refused. */
export function OrderButton(props: Props) {
  const { command, kind = 'plain', asks, pressed, disabled = false, onDone, children } = props;
  const { busy, problem, give } = useOrder();
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLSpanElement>(null);
  const asked = useRef(false);
  // The keyboard stays where it was, with the question and after it.
  useLayoutEffect(() => {
    if (asking || asked.current) first.current?.querySelector('button')?.focus();
    asked.current = asking;
  }, [asking]);

  const send = async (): Promise<void> => {
    setAsking(false);
    if (await give(command)) onDone?.();
  };
  return (
    <span ref={first} class={css.order} data-asking={asking}>
      {asking ? (
        // biome-ignore lint/a11y/useSemanticElements: nothing is filled in here
        <span
          class={css.question}
          role="group"
          aria-label={asks}
          onKeyDown={(e) => {
            if (e.key !== 'Escape') return;
            e.preventDefault();
            e.stopPropagation();
            setAsking(false);
          }}
        >
          <span>{asks}</span>
          <Button onClick={() => setAsking(false)}>{m.ask_no()}</Button>
          <Button kind="primary" onClick={() => void send()}>
            {children}
          </Button>
        </span>
      ) : (
        <Button
          kind={kind}
          aria-pressed={pressed}
          aria-busy={busy}
          disabled={disabled}
          onClick={() => {
            if (busy) return;
            if (asks) setAsking(true);
            else void send();
          }}
        >
          <span class={css.label}>{children}</span>
        </Button>
      )}
      {problem && (
        <span class={css.problem} role="alert">
          <ProblemText problem={problem} />
        </span>
      )}
    </span>
  );
}
