import type { View } from '@ackade/game';
import type { ComponentChildren } from 'preact';
import { m } from '../messages/play.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import { clockText, useElapsed } from './elapsed.ts';
import { bareRole } from './role.ts';
import css from './top-bar.module.css';

type Props = {
  readonly view: View;
  /** What is played. */
  readonly name: string;
  readonly since: number;
  readonly ends: ComponentChildren;
};

/** Who I am, what is played, the time for which I owed a move, what I have earned. */
export function TopBar({ view, name, since, ends }: Props) {
  const { spent, running } = view.clock;
  const elapsed = useElapsed(since, running);
  return (
    <header class={css.bar}>
      {ends}
      <h1 class={css.title} data-both={Boolean(ends)}>
        <span class={ends ? 'visually-hidden' : css.role} data-role={view.you}>
          <RoleMark end={view.you} /> {bareRole(view.you)}
        </span>
        <span class={css.scenario}>{name}</span>
      </h1>
      <p class={css.figure} data-running={running}>
        <span class="visually-hidden">{m.play_clock()}</span>
        {clockText(spent + elapsed)}
        <small aria-hidden="true">{m.play_clock_caption()}</small>
      </p>
      <p class={css.figure}>
        <span class="visually-hidden">{m.play_score()}</span>
        <span data-testid="score">{view.score.points}</span>
        <small aria-hidden="true">{m.play_points()}</small>
      </p>
      <a class={css.leave} href="/" aria-label={m.play_leave()} title={m.play_leave()}>
        ✕
      </a>
    </header>
  );
}
