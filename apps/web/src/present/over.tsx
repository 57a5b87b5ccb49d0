import { m } from '../messages/present.ts';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import type { BoardState } from '../race/board.ts';
import css from './over.module.css';
import { namedWords } from './player-words.ts';
import { stepsOf } from './steps.ts';

/** Thanks, and where everybody finds what is his own. */
export function Over({ board: { head, players } }: { readonly board: BoardState }) {
  const address = `${useSharedOrigin().replace(/^https?:\/\//, '')}/r/${head.code}`;
  const steps = head.podium ? stepsOf(head.podium).toSorted((a, b) => a.place - b.place) : [];
  return (
    <div class={css.over}>
      <p class={css.text}>{m.present_over_text()}</p>
      <p>{m.present_over_link({ address })}</p>
      <ol class={css.winners} aria-label={m.present_podium()}>
        {steps.map(({ place, winners }) => (
          <li key={place} data-place={place}>
            <b>{place}</b>
            {winners.map((w) => namedWords(w.name, players, head.namesHidden)).join(' · ')}
          </li>
        ))}
      </ol>
    </div>
  );
}
