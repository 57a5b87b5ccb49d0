import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { Problem } from '../api.ts';
import css from './panel.module.css';
import { StaffProblemText } from './problem-text.tsx';

type Props = {
  readonly title: string;
  readonly text: string;
  /** Takes the focus when what had it is gone. */
  readonly heading?: RefObject<HTMLHeadingElement | null>;
  readonly problem: Problem | null;
  /** What has been done; empty if nothing. */
  readonly done: string;
  readonly children: ComponentChildren;
};

/** One thing about accounts, and what came of what was done there last. */
export function Panel({ title, text, heading, problem, done, children }: Props) {
  const id = useId();
  return (
    <section class={css.panel} aria-labelledby={id}>
      <h2 id={id} ref={heading ?? null} tabIndex={-1}>
        {title}
      </h2>
      <p class={css.text}>{text}</p>
      {children}
      <p role="status" class={css.done}>
        {done}
      </p>
      <p role="alert" class={css.problem}>
        {problem && <StaffProblemText problem={problem} />}
      </p>
    </section>
  );
}
