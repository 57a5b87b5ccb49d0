import type { Response } from '@ackade/contract';
import { useId, useState } from 'preact/hooks';
import { m } from '../messages/session.ts';
import css from './entry-form.module.css';
import { type FormProps, typedNumber } from './form.ts';
import { Mark } from './mark.tsx';

/** The longest that the server takes, characters. */
const LONGEST = 500;

/** A few words, or a number, to be typed. */
export function EntryForm({ posed, onDraft, busy, revealed }: FormProps) {
  const id = useId();
  const [text, setText] = useState('');
  const numeric = posed.form === 'number';
  const odd = numeric && text.trim() !== '' && typedNumber(text) === null;
  const type = (typed: string): void => {
    setText(typed);
    onDraft(numeric ? numberDraft(typed) : textDraft(typed));
  };
  return (
    <div class={css.entry} data-mark={revealed && (revealed.right ? 'right' : 'wrong')}>
      <label for={id}>{numeric ? m.session_number() : m.session_text()}</label>
      <input
        id={id}
        value={revealed ? writtenIn(revealed.response) : text}
        maxLength={LONGEST}
        inputMode={numeric ? 'decimal' : 'text'}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        readOnly={busy || revealed !== null}
        aria-invalid={odd}
        aria-describedby={`${id}odd`}
        onInput={(e) => type(e.currentTarget.value)}
      />
      <p id={`${id}odd`} class={css.odd}>
        {odd && m.session_not_a_number()}
      </p>
      {revealed && <Mark right={revealed.right} mine />}
      {revealed && !revealed.right && (
        <p>
          <Mark right mine={false} /> <strong>{writtenIn(revealed.solution)}</strong>
        </p>
      )}
    </div>
  );
}

function numberDraft(typed: string): Response | null {
  const number = typedNumber(typed);
  return number === null ? null : { form: 'number', number };
}

const textDraft = (typed: string): Response | null =>
  typed.trim() === '' ? null : { form: 'text', text: typed.trim() };

function writtenIn(response: Response): string {
  if (response.form === 'number') return String(response.number);
  return response.form === 'text' ? response.text : '';
}
