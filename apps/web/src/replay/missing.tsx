import type { Problem } from '../api.ts';
import { m } from '../messages/replay.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { problemWords } from '../parts/problem.ts';
import css from './missing.module.css';

/** A replay that cannot be shown: why, and where to go from here. */
export const Missing = ({ problem }: { readonly problem: Problem }) => (
  <div class={css.missing}>
    <h1>{m.replay_problem_title()}</h1>
    <p role="alert">{problemWords(problem)}</p>
    <p class={css.ways}>
      <Button kind="primary" onClick={() => location.reload()}>
        {m.replay_again()}
      </Button>
      <LinkButton href="/">{m.replay_home()}</LinkButton>
    </p>
  </div>
);
