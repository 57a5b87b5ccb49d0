import { m } from '../messages/race.ts';
import { lookOf } from '../present/emblem.ts';
import emblem from '../present/emblem-view.module.css';
import css from './pair-badge.module.css';

/** By what one's own pair is found on the projector: its number, and the shape and colour of its emblem. */
export function PairBadge({ number }: { readonly number: number }) {
  const { shape, paint } = lookOf(number);
  return (
    <span class={css.pair}>
      <span
        class={`${emblem.emblem} ${emblem[shape]}`}
        style={{ '--paint': paint }}
        aria-hidden="true"
      />
      {m.race_pair({ number })}
    </span>
  );
}
