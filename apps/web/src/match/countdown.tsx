import type { View } from '@ackade/game';
import { useEffect } from 'preact/hooks';
import { m } from '../messages/play.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import { useTitle } from '../title.ts';
import { useScenarioWords } from '../words/scenario.ts';
import css from './countdown.module.css';
import { useElapsed } from './elapsed.ts';
import { bareRole, farOf, namesOf } from './role.ts';

type Props = { readonly view: View; readonly since: number };

/** Who one is, and what is to be done: until the partner is there, and then 3, 2, 1. */
export function Countdown({ view, since }: Props) {
  const elapsed = useElapsed(since, !view.frozen);
  const left = view.startsIn === null ? null : Math.max(0, view.startsIn - elapsed);
  const words = useScenarioWords(view.scenario);
  useTitle(words.name);
  useEffect(() => {
    void import('./later.ts');
  }, []);
  return (
    <main class={css.countdown}>
      <p class={css.role} data-role={view.you}>
        <RoleMark end={view.you} /> {m.play_you_are({ role: bareRole(view.you) })}
      </p>
      <h1 class={css.name}>{words.name}</h1>
      <p class={css.goal}>{words.goal[view.you]}</p>
      <p class={css.number} aria-hidden="true">
        {left === null ? '…' : Math.max(1, Math.ceil(left / 1000))}
      </p>
      <p class={left === null ? css.goal : 'visually-hidden'} role="status">
        {left === null ? m.play_expected({ name: namesOf(view)[farOf(view)] }) : m.play_starting()}
      </p>
    </main>
  );
}
