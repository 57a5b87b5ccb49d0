import { useEffect } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { m } from '../messages/race.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { problemWords } from '../parts/problem.ts';
import { Shell } from '../parts/shell.tsx';
import { forgetJoined } from './joined.ts';
import css from './race-closed.module.css';

type Props = {
  readonly code: string;
  readonly problem: Problem;
  /** Takes the place back from another device. */
  readonly onReopen?: () => void;
  readonly onJoinAnew?: () => void;
  /** Looks whether things have changed. */
  readonly onLook?: () => void;
};

/** After these one may come as a new player. */
const ADMITTED: readonly Problem[] = ['kicked', 'wrong-token'];
/** After these there is no place to come back to. */
const LOST: readonly Problem[] = ['kicked', 'banned', 'wrong-token', 'unknown-race'];
const TITLES: Readonly<Partial<Record<Problem, () => string>>> = {
  'taken-over': m.race_elsewhere,
  kicked: m.race_out,
  banned: m.race_out,
};
/** These may pass. */
const PASSING: readonly Problem[] = ['offline', 'race-locked', 'race-full', 'busy', 'internal'];

/** A race that this page cannot show: why, and what to do about it. */
export function RaceClosed({ code, problem, onReopen, onJoinAnew, onLook }: Props) {
  useEffect(() => {
    if (LOST.includes(problem)) forgetJoined(code);
  }, [code, problem]);
  const title = (TITLES[problem] ?? m.race_closed)();
  return (
    <Shell title={title}>
      <div class={css.closed}>
        <h1>{title}</h1>
        <p role="alert">
          {problem === 'taken-over' ? m.race_elsewhere_text() : problemWords(problem)}
        </p>
        <p class={css.ways}>
          {problem === 'taken-over' && onReopen && (
            <Button kind="primary" onClick={onReopen}>
              {m.race_play_here()}
            </Button>
          )}
          {ADMITTED.includes(problem) && onJoinAnew && (
            <Button kind="primary" onClick={onJoinAnew}>
              {m.race_join_again()}
            </Button>
          )}
          {PASSING.includes(problem) && onLook && (
            <Button kind="primary" onClick={onLook}>
              {m.race_look_again()}
            </Button>
          )}
          {problem === 'wrong-version' && (
            <Button kind="primary" onClick={() => location.reload()}>
              {m.race_reload()}
            </Button>
          )}
          <LinkButton href="/">{m.race_home()}</LinkButton>
        </p>
      </div>
    </Shell>
  );
}
