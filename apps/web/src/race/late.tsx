import type { RaceView } from '@ackade/game';
import { clockText } from '../match/elapsed.ts';
import { m } from '../messages/race.ts';
import { useScenarioWords } from '../words/scenario.ts';
import css from './late.module.css';
import { NextLeg } from './next-leg.tsx';
import { useTimeLeft } from './time-left.ts';

type Props = { readonly view: RaceView; readonly since: number };

/** A round is played by others: how long still, and what then. */
export function Late({ view, since }: Props) {
  const left = useTimeLeft(view, since);
  const { round, of, leg, paused, next } = view;
  const { name } = useScenarioWords(leg?.scenario ?? '');
  return (
    <div class={css.late}>
      <h1>{m.race_late({ round, of })}</h1>
      <p class={css.what}>{name}</p>
      {left !== null && (
        <p class={css.left}>
          <strong>{clockText(left)}</strong> {paused ? m.race_paused() : m.race_late_left()}
        </p>
      )}
      <p>{next ? m.race_late_wait({ name: view.you.name }) : m.race_late_last()}</p>
      <NextLeg leg={next} />
    </div>
  );
}
