import type { RaceView } from '@ackade/game';
import { m } from '../messages/race.ts';
import css from './afterwards.module.css';
import { Standing } from './standing.tsx';

/** For who is done before the round is over. */
export const Afterwards = ({ view }: { readonly view: RaceView }) => (
  <section class={css.afterwards}>
    <p>
      <strong>{m.race_wait()}</strong>{' '}
      {view.round < view.of ? m.race_wait_next() : m.race_wait_podium()}
    </p>
    {view.you.total.matches > 0 && (
      <>
        <h2>{m.race_so_far()}</h2>
        <Standing view={view} />
      </>
    )}
  </section>
);
