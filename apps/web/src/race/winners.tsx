import type { RaceView } from '@ackade/game';
import { m } from '../messages/race.ts';
import { grouped } from '../words/number.ts';
import css from './winners.module.css';

/** Who won, and who was best at one thing; nothing before it is told. */
export function Winners({ view: { podium, you } }: { readonly view: RaceView }) {
  if (!podium) return null;
  return (
    <>
      <ol class={css.winners}>
        {podium.winners.map(({ name, place, points }) => (
          <li key={name} data-place={place} data-you={name === you.name}>
            <b>{place}</b>
            <span>
              {name} {name === you.name && <small>{m.race_you()}</small>}
            </span>
            <strong>{grouped(points)}</strong>
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
  );
}
