import type { Problem } from '../api.ts';
import { m } from '../messages/play.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { problemWords } from '../parts/problem.ts';
import { Shell } from '../parts/shell.tsx';
import css from './closed.module.css';

type Props = { readonly problem: Problem; readonly onReopen?: () => void };

/** These are about the seat; the others are about the match as a whole. */
const SEAT: readonly Problem[] = ['taken-over', 'seat-replaced', 'wrong-token', 'match-full'];

/** A match that this tab cannot show: why, and where to go from here. */
export function Closed({ problem, onReopen }: Props) {
  const title = SEAT.includes(problem) ? m.match_closed_title() : m.match_problem_title();
  return (
    <Shell title={title}>
      <div class={css.closed}>
        <h1>{title}</h1>
        <p role="alert">{problemWords(problem)}</p>
        <p class={css.ways}>
          {problem === 'taken-over' && onReopen && (
            <Button kind="primary" onClick={onReopen}>
              {m.match_reopen()}
            </Button>
          )}
          {problem === 'offline' && (
            <Button kind="primary" onClick={() => location.reload()}>
              {m.match_again()}
            </Button>
          )}
          <LinkButton href="/">{m.match_home()}</LinkButton>
        </p>
      </div>
    </Shell>
  );
}
