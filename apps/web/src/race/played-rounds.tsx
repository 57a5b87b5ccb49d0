import type { PlayedRound } from '@ackade/game';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/race.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import { grouped } from '../words/number.ts';
import { FilmLink } from './film-link.tsx';
import css from './played-rounds.module.css';

/** Rounds as they went, each with its replay. */
export const PlayedRounds = ({ played }: { readonly played: readonly PlayedRound[] }) => (
  <ol class={css.rounds}>
    {played.map(({ leg, seat, partner, replay, outcome, score }) => {
      const name = scenarioName(leg.scenario);
      return (
        <li key={replay}>
          <RoleMark end={seat} />
          <span>
            <FilmLink replay={replay} label={m.race_replay({ name })}>
              {name}
              <span aria-hidden="true">&nbsp;▶</span>
            </FilmLink>
            <small>
              {partner === null ? m.race_with_bot() : m.race_with({ name: partner })}
              {outcome === 'time-up' && ` · ${m.race_time_up()}`}
            </small>
          </span>
          <b>
            {grouped(score.points)} <small>{m.race_of_points({ of: grouped(score.of) })}</small>
          </b>
        </li>
      );
    })}
  </ol>
);
