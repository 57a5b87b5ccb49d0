import type { View } from '@ackade/game';
import { useEffect, useRef } from 'preact/hooks';
import { m } from '../messages/play.ts';
import css from './tcb-card.module.css';

/** As wide as a window can be. */
const WIDE = 0xffff;

/** My TCB, as it was before the oldest event that I have not answered: the new numbers would tell. */
export function TcbCard({ view }: { readonly view: View }) {
  const { state, iss, una, nxt, wnd, rcvNxt, rcvWnd } = view.tcb;
  const numbers =
    nxt === null
      ? ([['ISS', iss]] as const)
      : ([
          ['SND.UNA', una],
          ['SND.NXT', nxt],
          ['RCV.NXT', rcvNxt],
        ] as const);
  // A window that nothing fills is no news.
  const windows = (
    [
      ['SND.WND', wnd],
      ['RCV.WND', rcvWnd],
    ] as const
  ).filter(([, value]) => value !== null && (view.level === 'full' || value < WIDE));
  return (
    <section class={css.card} data-role={view.you} aria-label={m.play_tcb()}>
      <Value class={css.state} value={state} />
      {view.level !== 'flags' && (
        <dl class={css.variables}>
          {[...numbers, ...windows].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Value value={value === null ? '–' : String(value)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** Lights up when it changes. */
function Value({
  value,
  class: name,
}: {
  readonly value: string;
  readonly class?: string | undefined;
}) {
  const shown = useRef(value);
  const lit = shown.current !== value;
  useEffect(() => {
    shown.current = value;
  }, [value]);
  return (
    <span key={value} class={[name, css.value, lit && css.lit].filter(Boolean).join(' ')}>
      {value}
    </span>
  );
}
