import type { ComponentChildren } from 'preact';
import type { Problem } from '../api.ts';
import { Button } from '../parts/button.tsx';
import css from './form.module.css';
import { StaffProblemText } from './problem-text.tsx';

type Props<Field extends string> = {
  /** The fields that have to be seen to first. */
  readonly faults: readonly Field[];
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly submit: string;
  /** Called when somebody takes the form for ready and it is not; the first fault has the focus. */
  readonly onFaults?: () => void;
  readonly onReady: () => void;
  readonly children: ComponentChildren;
};

/** Fields, one button, and one place where it is said what went wrong. */
export const Form = <Field extends string>(props: Props<Field>) => (
  <form
    class={css.form}
    // The browser's own words are not in the language of the page.
    noValidate
    onSubmit={(e) => {
      e.preventDefault();
      const [first] = props.faults;
      if (first === undefined) return props.onReady();
      props.onFaults?.();
      e.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    }}
  >
    {props.children}
    <p role="alert" class={css.problem}>
      {props.problem && <StaffProblemText problem={props.problem} />}
    </p>
    <Button type="submit" kind="primary" disabled={props.busy}>
      {props.submit}
    </Button>
  </form>
);
