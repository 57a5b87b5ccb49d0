import type { View } from '@ackade/game';
import { useEffect, useRef } from 'preact/hooks';
import { m } from '../messages/play.ts';
import css from './tcb-card.module.css';

/** My TCB, as it was before the oldest event that I have not answered: the new numbers would tell. */
export function TcbCard({ view }: { readonly view: View }) {
  const { state, iss, una, nxt, rcvNxt } = view.tcb;
  const variables =
    nxt === null
      ? ([['ISS', iss]] as const)
      : ([
          ['SND.UNA', una],
          ['SND.NXT', nxt],
          ['RCV.NXT', rcvNxt],
        ] as const);
  return (
    <section class={css.card} data-role={view.you} aria-label={m.play_tcb()}>
      <Value class={css.state} value={state} />
      {view.level === 'numbers' && (
        <dl class={css.variables}>
          {variables.map(([name, value]) => (
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
