import type { RaceView } from '@ackade/game';
import { lazy } from 'preact-iso';
import { loadAnew } from '../load-anew.ts';
import { m } from '../messages/race.ts';
import { LinkButton } from '../parts/button.tsx';
import css from './debrief.module.css';
import { hasMoved, ownMistakes } from './own-mistakes.ts';
import { PlayedRounds } from './played-rounds.tsx';
import { Standing } from './standing.tsx';
import { Winners } from './winners.tsx';

const Misconceptions = lazy(() =>
  import('./misconceptions.tsx').then((part) => part.Misconceptions, loadAnew),
);

/** It is said once the projector has revealed it, and to nobody who has earned nothing. */
const isOnPodium = ({ podium, you }: RaceView): boolean =>
  you.total.points > 0 && podium?.winners.some(({ name }) => name === you.name) === true;

/** What a player takes home: the own rounds and mistakes, and what the class has learned. */
export function Debrief({ view }: { readonly view: RaceView }) {
  const { phase, you, played, lessons } = view;
  const lesson = (players: number): string => m.race_lesson_players({ players, of: view.players });
  return (
    <div class={css.debrief}>
      <header>
        <h1>{(isOnPodium(view) ? m.race_podium_yours : m.race_yours)({ name: you.name })}</h1>
        {phase === 'over' && <p>{m.race_over_text()}</p>}
      </header>
      <Standing view={view} />
      <div class={css.own}>
        <section>
          <h2>{m.race_rounds()}</h2>
          {played.length === 0 ? <p>{m.race_no_rounds()}</p> : <PlayedRounds played={played} />}
        </section>
        {hasMoved(played) && (
          <section>
            <h2>{m.race_mistakes()}</h2>
            <Misconceptions found={ownMistakes(played)} />
          </section>
        )}
      </div>
      {lessons && lessons.length > 0 && (
        <section>
          <h2>{m.race_lessons()}</h2>
          <Misconceptions
            found={lessons.map(({ code, players, match }) => ({
              code,
              count: players,
              replay: match,
              at: null,
            }))}
            countWords={lesson}
          />
        </section>
      )}
      {view.podium && (
        <section>
          <h2>{m.race_podium()}</h2>
          <Winners view={view} />
        </section>
      )}
      {phase === 'over' && (
        <p>
          <LinkButton href="/">{m.race_home()}</LinkButton>
        </p>
      )}
    </div>
  );
}
