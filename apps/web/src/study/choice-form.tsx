import { m } from '../messages/session.ts';
import css from './choice-form.module.css';
import { chosenIn, type FormProps, touched } from './form.ts';
import { Mark } from './mark.tsx';

/** One of several, or all that hold. */
export function ChoiceForm({ posed, draft, onDraft, busy, revealed }: FormProps) {
  const many = posed.form === 'many';
  const chosen = chosenIn(revealed ? revealed.response : draft);
  const key = chosenIn(revealed ? revealed.solution : null);
  return (
    <fieldset class={css.choices} data-words={isProse(posed.kind)}>
      <legend class="visually-hidden">{many ? m.session_choose_many() : m.session_choose()}</legend>
      {posed.choices.map((text, i) => {
        const mine = chosen.includes(i);
        const right = key.includes(i);
        return (
          <label
            key={i}
            class={css.choice}
            data-mark={revealed ? (right ? 'right' : mine ? 'wrong' : 'none') : null}
          >
            <input
              type={many ? 'checkbox' : 'radio'}
              name="choice"
              data-choice={i}
              checked={mine}
              disabled={busy || revealed !== null}
              onChange={() => onDraft(touched(posed, draft, i))}
            />
            <i aria-hidden="true">{i + 1}</i>
            <span class={css.text}>{text}</span>
            {revealed && (right || mine) && <Mark right={right} mine={mine} />}
          </label>
        );
      })}
    </fieldset>
  );
}

/** Whose choices are sentences, not segments and states. */
const isProse = (kind: FormProps['posed']['kind']): boolean =>
  kind === 'own' || kind === 'time-wait' || kind === 'statement';
