import { m } from '../messages/present.ts';
import { misconceptionTitle } from '../words/mistake.ts';
import { roleWords } from '../words/role.ts';
import type { Stuck } from './stuck.ts';
import css from './stuck-strip.module.css';

type Props = { readonly stuck: Stuck | null; readonly rungs: number };

/** Where the class is stuck, and the truth that it is looking for. */
export function StuckStrip({ stuck, rungs }: Props) {
  if (!stuck) return <section class={css.flows}>{m.present_not_stuck()}</section>;
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
          {m.present_stuck_remember()} <b>{misconceptionTitle(reason.code)}</b>
        </p>
      ) : (
        owing && <p>{m.present_stuck_owes({ role: roleWords(owing) })}</p>
      )}
    </section>
  );
}

function placeWords(station: number, rungs: number): string {
  if (station === 0) return m.present_stuck_start();
  return station === rungs ? m.present_stuck_end() : m.present_stuck_rung({ rung: station });
}
