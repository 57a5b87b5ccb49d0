import type { RaceView } from '@ackade/game';
import { m } from '../messages/race.ts';
import css from './podium-view.module.css';
import { Standing } from './standing.tsx';

/** Where one came in oneself; who else did is for the big screen to reveal. */
export function PodiumView({ view }: { readonly view: RaceView }) {
  return (
    <div class={css.podium}>
      <header>
        <h1>{m.race_podium()}</h1>
        <p>{m.race_podium_look()}</p>
      </header>
      <Standing view={view} />
    </div>
  );
}
