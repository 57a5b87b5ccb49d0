import type { RaceView } from '@ackade/game';
import { m } from '../messages/race.ts';
import css from './podium-view.module.css';
import { Standing } from './standing.tsx';

/** So many steps has a podium. */
const STEPS = 3;

/** Who won, and where one came in oneself. */
export function PodiumView({ view }: { readonly view: RaceView }) {
  const { podium, you } = view;
  const onIt = you.total.matches > 0 && you.place <= STEPS;
  return (
    <div class={css.podium}>
      <header>
        <h1>{onIt ? m.race_podium_yours({ name: you.name }) : m.race_podium()}</h1>
        <p>{m.race_podium_look()}</p>
      </header>
      <Standing view={view} />
      {podium && (
        <>
          <ol class={css.winners}>
            {podium.winners.map(({ name, place, points }) => (
              <li key={name} data-place={place} data-you={name === you.name}>
                <b>{place}</b>
                <span>
                  {name} {name === you.name && <small>{m.race_you()}</small>}
                </span>
                <strong>{points}</strong>
              </li>
            ))}
          </ol>
          <dl class={css.praise}>
            {podium.accurate && (
              <div>
                <dt>{m.race_most_accurate()}</dt>
                <dd>{podium.accurate.name}</dd>
              </div>
            )}
            {podium.swift && (
              <div>
                <dt>{m.race_swiftest()}</dt>
                <dd>{podium.swift.name}</dd>
              </div>
            )}
            {podium.team && (
              <div>
                <dt>{m.race_best_team()}</dt>
                <dd>{podium.team.names.join(' + ')}</dd>
              </div>
            )}
          </dl>
        </>
      )}
    </div>
  );
}
