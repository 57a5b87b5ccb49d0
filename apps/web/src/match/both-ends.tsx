import { useEffect, useState } from 'preact/hooks';
import { m } from '../messages/extras.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import css from './both-ends.module.css';
import { keysOn } from './keys.ts';
import { Phase } from './phase.tsx';
import { bareRole } from './role.ts';
import type { StoredSeat } from './seat.ts';
import { type Opened, useLive } from './use-live.ts';

type Seat = Pick<StoredSeat, 'seat' | 'token'>;
type Endpoint = Seat['seat'];
type Props = { readonly code: string; readonly seats: readonly [Seat, Seat] };

/** One person at both ends: both stay connected, one is shown. */
export function BothEnds({ code, seats: [one, other] }: Props) {
  const first = useLive(code, one.token);
  const second = useLive(code, other.token);
  const opened = { [one.seat]: first, [other.seat]: second } as Record<Endpoint, Opened>;
  const [shown, setShown] = useState<Endpoint>('client');
  // Lost to another tab, they come back together.
  const reopen = (): void => {
    first.live?.reopen();
    second.live?.reopen();
  };
  useEffect(() => {
    const swap = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.key.toLowerCase() !== 'x') return;
      const typing = e.target instanceof HTMLElement && e.target.matches('input, select');
      if (keysOn() && !typing && !document.querySelector('dialog[open]'))
        setShown((end) => (end === 'client' ? 'server' : 'client'));
    };
    document.addEventListener('keydown', swap);
    return () => document.removeEventListener('keydown', swap);
  }, []);
  return (['client', 'server'] as const).map((end) => {
    const { seen, live } = opened[end];
    // The result is the same at both.
    if (end !== shown && seen.view?.phase === 'over') return null;
    return (
      <div key={end} class={css.end} hidden={end !== shown}>
        <Phase
          code={code}
          end={{ seen, live: live && { ...live, reopen } }}
          awake={end === shown}
          ends={<Switch opened={opened} shown={shown} onShow={setShown} />}
        />
      </div>
    );
  });
}

type SwitchProps = {
  readonly opened: Readonly<Record<Endpoint, Opened>>;
  readonly shown: Endpoint;
  readonly onShow: (end: Endpoint) => void;
};

/** Client | Server; a dot where a move is owed. */
const Switch = ({ opened, shown, onShow }: SwitchProps) => (
  <fieldset class={css.switch}>
    <legend class="visually-hidden">{m.both_switch()}</legend>
    {(['client', 'server'] as const).map((end) => {
      const owes = (opened[end].seen.view?.turns.length ?? 0) > 0;
      return (
        <button
          key={end}
          type="button"
          data-role={end}
          aria-pressed={end === shown}
          aria-keyshortcuts="X"
          title={m.both_key()}
          onClick={() => onShow(end)}
        >
          <RoleMark end={end} /> {bareRole(end)}
          {owes && end !== shown && (
            <span class={css.owes}>
              <span class="visually-hidden">{m.both_owes()}</span>
            </span>
          )}
        </button>
      );
    })}
  </fieldset>
);
