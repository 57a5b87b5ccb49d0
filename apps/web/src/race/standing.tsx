import type { RaceView } from '@ackade/game';
import { m } from '../messages/race.ts';
import { grouped } from '../words/number.ts';
import css from './standing.module.css';

/** Where one stands after the rounds that are over; nothing for who has not played. */
export function Standing({ view }: { readonly view: RaceView }) {
  const { place, total } = view.you;
  const { quiz } = view;
  if (total.matches === 0 && !quiz) return null;
  return (
    <dl class={css.standing}>
      <div>
        <dt>{m.race_place()}</dt>
        <dd>
          <strong>{place}</strong> {m.race_of_players({ players: view.players })}
        </dd>
      </div>
      <div>
        <dt>{m.race_points()}</dt>
        <dd>
          <strong>{grouped(total.points)}</strong> {m.race_of_points({ of: grouped(total.of) })}
        </dd>
      </div>
      <div>
        <dt>{m.race_accuracy()}</dt>
        <dd>
          <strong>{m.race_percent({ value: total.accuracy })}</strong>
        </dd>
      </div>
      {quiz && (
        <div>
          <dt>{m.race_quiz_points()}</dt>
          <dd>
            <strong>{grouped(quiz.points)}</strong>{' '}
            {m.race_quiz_place({ place: quiz.place, players: quiz.players })}
          </dd>
        </div>
      )}
      {total.speed !== null && (
        <div>
          <dt>{m.race_speed()}</dt>
          <dd>
            <strong>{m.race_percent({ value: total.speed })}</strong>
          </dd>
        </div>
      )}
    </dl>
  );
}
