import type { RaceResults } from '@ackade/contract';
import { m } from '../messages/host.ts';
import css from './results-table.module.css';

type Props = Pick<RaceResults, 'players'>;

/** Every player with what the race earned. */
export function ResultsTable({ players }: Props) {
  const timed = players.some((p) => p.total.speed !== null);
  const order = players.toSorted((a, b) => a.place - b.place);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where it does not fit
    <section class={css.frame} tabIndex={0} aria-label={m.results_players()}>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{m.table_place()}</th>
            <th scope="col">{m.table_name()}</th>
            <th scope="col">{m.table_points()}</th>
            <th scope="col">{m.table_accuracy()}</th>
            {timed && <th scope="col">{m.table_speed()}</th>}
            <th scope="col">{m.table_mistakes()}</th>
          </tr>
        </thead>
        <tbody>
          {order.map(({ id, name, place, total }) => (
            <tr key={id}>
              <td>{place}</td>
              <th scope="row">{name}</th>
              <td>{total.points}</td>
              <td>{m.table_percent({ value: total.accuracy })}</td>
              {timed && (
                <td>{total.speed === null ? '—' : m.table_percent({ value: total.speed })}</td>
              )}
              <td>{total.mistakes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
