import { useId, useState } from 'preact/hooks';
import { m } from '../messages/session.ts';
import type { FormProps } from './form.ts';
import { Mark } from './mark.tsx';
import css from './match-form.module.css';

/** Which of the right belongs to each of the left. */
export function MatchForm({ posed, onDraft, busy, revealed }: FormProps) {
  const id = useId();
  const [pairs, setPairs] = useState<readonly (number | null)[]>(() => posed.left.map(() => null));
  const mine = revealed?.response.form === 'match' ? revealed.response.right : pairs;
  const key = revealed?.solution.form === 'match' ? revealed.solution.right : null;
  const pair = (left: number, right: number | null): void => {
    const next = pairs.with(left, right);
    setPairs(next);
    const found = next.filter((r) => r !== null);
    onDraft(found.length === next.length ? { form: 'match', right: found } : null);
  };
  return (
    <fieldset class={css.match}>
      <legend>{m.session_match()}</legend>
      {posed.left.map((left, i) => {
        const chosen = mine[i] ?? null;
        const right = key?.[i];
        return (
          <div key={i} class={css.pair} data-mark={key && (chosen === right ? 'right' : 'wrong')}>
            <label for={`${id}${i}`}>{left}</label>
            <select
              id={`${id}${i}`}
              value={chosen ?? ''}
              disabled={busy || revealed !== null}
              onChange={({ currentTarget: { value } }) =>
                pair(i, value === '' ? null : Number(value))
              }
            >
              <option value="">{m.session_match_none()}</option>
              {posed.choices.map((text, r) => (
                <option key={r} value={r}>
                  {text}
                </option>
              ))}
            </select>
            {key && <Mark right={chosen === right} mine />}
            {right !== undefined && chosen !== right && <strong>{posed.choices[right]}</strong>}
          </div>
        );
      })}
    </fieldset>
  );
}
