import { type BoardHead, scenarioById } from '@ackade/game';
import { m } from '../messages/present.ts';
import { roleWords } from '../words/role.ts';
import { placeWords } from './place-words.ts';
import type { Stuck } from './stuck.ts';
import css from './stuck-strip.module.css';
import { topicAt } from './topic.ts';
import { topicWords } from './topic-words.ts';

type Props = {
  readonly stuck: Stuck | null;
  readonly head: Pick<BoardHead, 'rungs' | 'track' | 'leg'>;
  /** How many pairs have a move to make. */
  readonly thinking: number;
  readonly flows: boolean;
};

/** Where the class is stuck, and on what question. */
export function StuckStrip({ stuck, head, thinking, flows }: Props) {
  if (!stuck)
    return (
      <section class={css.flows}>
        {flows ? m.present_not_stuck() : m.present_thinking({ count: thinking })}
      </section>
    );
  const { station, pairs, owing, reason } = stuck;
  const scenario = head.leg && scenarioById(head.leg.scenario);
  return (
    <section class={reason ? css.stuck : css.crowd}>
      <h2>{reason ? m.present_stuck() : m.present_crowd()}</h2>
      <p>
        <strong>{m.present_stuck_pairs({ count: pairs })}</strong>{' '}
        <span>{placeWords(station, head.rungs)}</span>
      </p>
      {reason && scenario ? (
        <p>
          {m.present_stuck_think()}{' '}
          <b>{topicWords(topicAt(reason.code, station, head.track, scenario))}</b>
        </p>
      ) : (
        owing && <p>{m.present_stuck_owes({ role: roleWords(owing) })}</p>
      )}
    </section>
  );
}
