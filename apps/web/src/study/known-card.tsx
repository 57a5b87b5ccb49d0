import type { Posed } from '@ackade/contract';
import { m } from '../messages/session.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import { roleWords } from '../words/role.ts';
import css from './known-card.module.css';

/** The TCB before what is asked about; an end in CLOSED has none, only what it will begin with. */
export function KnownCard({ known }: { readonly known: NonNullable<Posed['known']> }) {
  const { at, tcb } = known;
  const opened = tcb.nxt !== null;
  const variables = [
    ['ISS', opened ? null : tcb.iss],
    ['SND.UNA', tcb.una],
    ['SND.NXT', tcb.nxt],
    ['SND.WND', opened ? tcb.wnd : null],
    ['RCV.NXT', tcb.rcvNxt],
    ['RCV.WND', tcb.rcvWnd],
  ] as const;
  const end = roleWords(at);
  const title = tcb.state === 'CLOSED' ? m.session_no_tcb({ end }) : m.session_tcb({ end });
  return (
    <section class={css.card} data-role={at} aria-label={title}>
      <p>
        <RoleMark end={at} /> {title}
      </p>
      <strong>{tcb.state}</strong>
      <dl>
        {variables.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
