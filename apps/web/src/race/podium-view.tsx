import type { RaceView } from '@ackade/game';
import { m } from '../messages/race.ts';
import css from './podium-view.module.css';
import { Standing } from './standing.tsx';

/** So many steps has a podium. */
const STEPS = 3;

/** Where one came in oneself; who else did is for the big screen to reveal. */
export function PodiumView({ view: { you }, view }: { readonly view: RaceView }) {
  const onIt = you.total.matches > 0 && you.place <= STEPS;
  return (
    <div class={css.podium}>
      <header>
        <h1>{onIt ? m.race_podium_yours({ name: you.name }) : m.race_podium()}</h1>
        <p>{m.race_podium_look()}</p>
      </header>
      <Standing view={view} />
    </div>
  );
}
