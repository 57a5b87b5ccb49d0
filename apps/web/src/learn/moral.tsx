import { lazy } from 'preact-iso';
import { m } from '../messages/learn.ts';
import { stepTitle } from '../messages/lesson.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import css from './moral.module.css';
import type { Step } from './step.ts';
import { stepAfter } from './steps.ts';
import type { StepWords } from './words.ts';

const PlayButton = lazy(() => import('./play-button.tsx').then((part) => part.PlayButton));

type Props = { readonly step: Step; readonly words: StepWords; readonly onAgain: () => void };

/** What to take home from a step, and where to go from it. */
export function Moral({ step, words, onAgain }: Props) {
  const next = stepAfter(step);
  return (
    <div class={css.moral}>
      <p>
        <b aria-hidden="true">✓</b>
        <strong>{words.moral}</strong>
      </p>
      <PlayButton step={step} />
      <LinkButton kind="primary" href={`/learn/${next?.id ?? 'end'}`} data-next>
        {next ? m.learn_next({ title: stepTitle(next.id) }) : m.learn_finish()}
      </LinkButton>
      <Button kind="quiet" onClick={onAgain}>
        {m.learn_once_more()}
      </Button>
    </div>
  );
}
