import { m } from '../messages/present.ts';
import { roleWords } from '../words/role.ts';
import { placeWords } from './place-words.ts';
import type { Stuck } from './stuck.ts';
import css from './stuck-strip.module.css';
import { topicWords } from './topic-words.ts';

type Props = {
  readonly stuck: Stuck | null;
  readonly rungs: number;
  /** How many pairs have a move to make. */
  readonly thinking: number;
  readonly flows: boolean;
};

/** Where the class is stuck, and on what question. */
export function StuckStrip({ stuck, rungs, thinking, flows }: Props) {
  if (!stuck)
    return (
      <section class={css.flows}>
        {flows ? m.present_not_stuck() : m.present_thinking({ count: thinking })}
      </section>
    );
  const { station, pairs, owing, reason } = stuck;
  return (
    <section class={reason ? css.stuck : css.crowd}>
      <h2>{reason ? m.present_stuck() : m.present_crowd()}</h2>
      <p>
        <strong>{m.present_stuck_pairs({ count: pairs })}</strong>{' '}
        <span>{placeWords(station, rungs)}</span>
      </p>
      {reason ? (
        <p>
          {m.present_stuck_think()} <b>{topicWords(reason.code)}</b>
        </p>
      ) : (
        owing && <p>{m.present_stuck_owes({ role: roleWords(owing) })}</p>
      )}
    </section>
  );
}
