import type { View } from '@ackade/game';
import { m } from '../messages/play.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import { scenarioWords } from '../words/scenario.ts';
import { clockText, useElapsed } from './elapsed.ts';
import { bareRole } from './role.ts';
import css from './top-bar.module.css';

type Props = { readonly view: View; readonly since: number };

/** Who I am, what is played, the time for which I owed a move, what I have earned. */
export function TopBar({ view, since }: Props) {
  const { spent, running } = view.clock;
  const elapsed = useElapsed(since, running);
  return (
    <header class={css.bar}>
      <h1 class={css.title}>
        <span class={css.role} data-role={view.you}>
          <RoleMark end={view.you} /> {bareRole(view.you)}
        </span>
        <span class={css.scenario}>{scenarioWords(view.scenario).name}</span>
      </h1>
      <p class={css.figure} data-running={running}>
        <span class="visually-hidden">{m.play_clock()}</span>
        {clockText(spent + elapsed)}
      </p>
      <p class={css.figure}>
        <span class="visually-hidden">{m.play_score()}</span>
        <span data-testid="score">{view.score.points}</span>
        <small aria-hidden="true"> {m.play_points()}</small>
      </p>
      <a class={css.leave} href="/" aria-label={m.play_leave()} title={m.play_leave()}>
        ✕
      </a>
    </header>
  );
}
