import type { StudyState } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { m } from '../messages/study.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { keepLength, LENGTHS, type Length, lastLength } from './kept.ts';
import css from './next-card.module.css';
import { nextWords } from './next-words.ts';
import { leaveSession } from './study-api.ts';
import { useBeginning } from './use-beginning.ts';

type Props = { readonly state: StudyState; readonly onChange: () => void };

/** What a session takes, minutes a question. */
const PACE = 0.6;
const FIRST = 5;

/** The one thing to do now. */
export function NextCard({ state, onChange }: Props) {
  const { next, session } = state;
  const [length, setLength] = useState(lastLength);
  const { busy, problem, start } = useBeginning(session, onChange);
  const { title, text } = nextWords(state);
  const choose = (count: Length): void => {
    keepLength(count);
    setLength(count);
  };
  return (
    <section class={css.card} data-next={next}>
      <h1>{title}</h1>
      <p>{text}</p>
      {next === 'resume' && session ? (
        <p class={css.actions}>
          <LinkButton kind="primary" href="/study/session">
            {m.study_go_on()}
          </LinkButton>
          <Button
            kind="quiet"
            onClick={() => void leaveSession(session.id).then((reply) => reply.ok && onChange())}
          >
            {m.study_leave()}
          </Button>
        </p>
      ) : next === 'start' ? (
        <p class={css.actions}>
          <LinkButton kind="primary" href="/learn">
            {m.study_learn()}
          </LinkButton>
          <Button disabled={busy} onClick={() => start(FIRST)}>
            {m.study_try()}
          </Button>
        </p>
      ) : (
        <>
          <Lengths value={length} onChoose={choose} />
          <p class={css.actions}>
            <Button kind="primary" disabled={busy} onClick={() => start(length)}>
              {m.study_start()}
            </Button>
          </p>
        </>
      )}
      <p class={css.problem} role="alert">
        {problem && <ProblemText problem={problem} />}
      </p>
    </section>
  );
}

type LengthsProps = { readonly value: Length; readonly onChoose: (count: Length) => void };

const Lengths = ({ value, onChoose }: LengthsProps) => (
  <fieldset class={css.lengths}>
    <legend>{m.study_length()}</legend>
    {LENGTHS.map((count) => (
      <label key={count}>
        <input
          type="radio"
          name="length"
          class="visually-hidden"
          checked={count === value}
          onChange={() => onChoose(count)}
        />
        <b>{count}</b>
        <small>{m.study_minutes({ minutes: Math.round(count * PACE) })}</small>
      </label>
    ))}
  </fieldset>
);
