import type { RaceResults } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { locale } from '../locale.ts';
import { m } from '../messages/host.ts';
import { grouped } from '../words/number.ts';
import css from './results-table.module.css';

type Props = Pick<RaceResults, 'players'>;
type Player = Props['players'][number];
type Order = 'place' | 'name';

const names = new Intl.Collator(locale, { numeric: true });
const BY: Readonly<Record<Order, (a: Player, b: Player) => number>> = {
  place: (a, b) => a.place - b.place,
  name: (a, b) => names.compare(a.name, b.name),
};

/** Every player with what the race earned. */
export function ResultsTable({ players }: Props) {
  const [order, setOrder] = useState<Order>('place');
  const timed = players.some((p) => p.total.speed !== null);
  const head = (by: Order, words: string) => (
    <th scope="col" aria-sort={order === by ? 'ascending' : 'none'}>
      <button type="button" onClick={() => setOrder(by)}>
        {words}
      </button>
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where it does not fit
    <section class={css.frame} tabIndex={0} aria-label={m.results_players()}>
      <table class={css.table}>
        <thead>
          <tr>
            {head('place', m.table_place())}
            {head('name', m.table_name())}
            <th scope="col">{m.table_points()}</th>
            <th scope="col">{m.table_accuracy()}</th>
            {timed && <th scope="col">{m.table_speed()}</th>}
            <th scope="col">{m.table_mistakes()}</th>
          </tr>
        </thead>
        <tbody>
          {players.toSorted(BY[order]).map(({ id, name, place, total }) => (
            <tr key={id}>
              <td>{place}</td>
              <th scope="row">{name}</th>
              <td>{grouped(total.points)}</td>
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
