import { STATES } from '@ackade/tcp';
import { useId } from 'preact/hooks';
import { m } from '../messages/extras.ts';
import type { TcpState } from './draft.ts';
import css from './numbers.module.css';

type Props = {
  readonly value: TcpState | '';
  readonly missing: boolean;
  readonly onState: (state: TcpState | '') => void;
};

/** The state that one is in once the move is made. */
export function StateField({ value, missing, onState }: Props) {
  const id = useId();
  return (
    <div class={css.state}>
      <label for={id}>{m.numbers_state()}</label>
      <select
        id={id}
        data-field="state"
        value={value}
        aria-invalid={missing}
        onChange={(e) => onState(e.currentTarget.value as TcpState | '')}
      >
        <option value="">–</option>
        {STATES.map((state) => (
          <option key={state}>{state}</option>
        ))}
      </select>
    </div>
  );
}
