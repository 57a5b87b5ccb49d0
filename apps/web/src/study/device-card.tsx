import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { ProblemText } from '../parts/problem-text.tsx';
import css from './device-card.module.css';
import type { Doing } from './use-doing.ts';

type Props = {
  readonly title: string;
  readonly text: string;
  readonly doing: Doing;
  /** What is said when it has been done. */
  readonly done: string;
  readonly children: ComponentChildren;
};

/** One thing to do with what is kept, and what came of it. */
export function DeviceCard({ title, text, doing, done, children }: Props) {
  const id = useId();
  return (
    <section class={css.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{text}</p>
      {children}
      <p role="status" class={css.done}>
        {doing.done ? done : ''}
      </p>
      <p role="alert" class={css.problem}>
        {doing.problem && <ProblemText problem={doing.problem} />}
      </p>
    </section>
  );
}
