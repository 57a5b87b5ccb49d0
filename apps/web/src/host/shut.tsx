import type { Problem } from '../api.ts';
import { m } from '../messages/host.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Shell } from '../parts/shell.tsx';
import css from './shut.module.css';

type Props = {
  readonly code: string;
  /** Null where this device has not got the secret. */
  readonly problem: Problem | null;
};

/** A race that cannot be steered from here: why, and what to do. */
export function Shut({ code, problem }: Props) {
  const foreign = problem === null || problem === 'wrong-token';
  const title = foreign ? m.shut_foreign_title() : m.shut_title({ code });
  return (
    <Shell title={title}>
      <div class={css.shut}>
        <h1>{title}</h1>
        {foreign ? (
          <p>{m.shut_foreign_text({ code })}</p>
        ) : (
          <p role="alert">
            <ProblemText problem={problem} />
          </p>
        )}
        <p class={css.ways}>
          {problem === 'offline' && (
            <Button kind="primary" onClick={() => location.reload()}>
              {m.shut_again()}
            </Button>
          )}
          {foreign && (
            <LinkButton kind="primary" href={`/r/${code}`}>
              {m.shut_join()}
            </LinkButton>
          )}
          <LinkButton href="/host">{m.shut_new()}</LinkButton>
        </p>
      </div>
    </Shell>
  );
}
