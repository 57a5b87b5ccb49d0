import type { RaceView } from '@ackade/game';
import { lazy } from 'preact-iso';
import { loadAnew } from '../load-anew.ts';
import { m } from '../messages/race.ts';
import css from './between.module.css';
import { NextLeg } from './next-leg.tsx';
import { hasMoved, ownMistakes } from './own-mistakes.ts';
import { PlayedRounds } from './played-rounds.tsx';
import { Standing } from './standing.tsx';

const Misconceptions = lazy(() =>
  import('./misconceptions.tsx').then((part) => part.Misconceptions, loadAnew),
);

/** A round is over: where one stands, what comes next, and what to look at meanwhile. */
export function Between({ view }: { readonly view: RaceView }) {
  const { round, of, played, next } = view;
  const last = played.slice(-1);
  return (
    <div class={css.between}>
      <header>
        <h1>{m.race_between({ round, of })}</h1>
        <p>{next ? m.race_between_wait() : m.race_between_last()}</p>
      </header>
      <Standing view={view} />
      <NextLeg leg={next} />
      {last.length > 0 && (
        <section>
          <h2>{m.race_last_round()}</h2>
          <PlayedRounds played={last} />
          {hasMoved(last) && <Misconceptions found={ownMistakes(last)} />}
        </section>
      )}
    </div>
  );
}
