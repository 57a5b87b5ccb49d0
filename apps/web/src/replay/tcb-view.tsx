import { m } from '../messages/replay.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import type { Endpoint } from '../words/role.ts';
import { type Tcb, VARIABLES } from './film.ts';
import css from './tcb-view.module.css';

type Props = {
  readonly end: Endpoint;
  readonly name: string;
  readonly tcb: Tcb;
  /** As it was one step before. */
  readonly before: Tcb | undefined;
};

/** The TCB of one end, with what the step changed lit. */
export const TcbView = ({ end, name, tcb, before }: Props) => (
  <section
    class={css.tcb}
    data-role={end}
    aria-label={end === 'client' ? m.replay_tcb_client() : m.replay_tcb_server()}
  >
    <p class={css.name}>
      <RoleMark end={end} /> {name}
    </p>
    <p class={css.state}>
      <Value value={tcb.state} before={before?.state} />
    </p>
    <dl>
      {VARIABLES.map(([variable, key]) => (
        <div key={key}>
          <dt>{variable}</dt>
          <dd>
            <Value value={written(tcb[key])} before={before && written(before[key])} />
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

const written = (value: number | null): string => (value === null ? '–' : String(value));

type ValueProps = { readonly value: string; readonly before: string | undefined };

const Value = ({ value, before = value }: ValueProps) => {
  const lit = value !== before;
  return (
    <span class={lit ? css.lit : undefined} data-lit={lit}>
      {value}
      {lit && <span class="visually-hidden"> {m.replay_was({ value: before })}</span>}
    </span>
  );
};
