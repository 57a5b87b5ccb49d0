import type { AskRequest } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { m } from '../messages/host.ts';
import { ownSets } from '../sets/own-sets.ts';
import css from './fields.module.css';
import { NumberChoice, OneOf } from './fields.tsx';
import { setCodeIn } from './set-code.ts';

/** What is chosen instead of a code. */
const ACKADE = 'ackade';
const OTHER = 'other';
/** Percent. */
const MIXES = [0, 25, 50, 75] as const;

export type QuizSource = Pick<AskRequest, 'set' | 'mix'>;

type Props = {
  readonly source: QuizSource;
  readonly onChange: (source: QuizSource) => void;
};

/** Where the questions come from: out of Ackade, or of a set of this browser or of a colleague, mixed or not. */
export function QuizSourceFields({ source: { set, mix = 0 }, onChange }: Props) {
  const [own] = useState(ownSets);
  const isOwn = (code: string | undefined): boolean => own.some((one) => one.code === code);
  const chosen = set === undefined ? ACKADE : isOwn(set) ? set : OTHER;
  const words = (value: string): string => {
    if (value === ACKADE) return m.quiz_from_ackade();
    return own.find(({ code }) => code === value)?.title ?? m.quiz_from_other();
  };
  return (
    <>
      <OneOf
        label={m.quiz_from()}
        value={chosen}
        offered={[ACKADE, ...own.map(({ code }) => code), OTHER]}
        words={words}
        onChoose={(value) =>
          onChange(value === ACKADE ? {} : { set: value === OTHER ? '' : value, mix })
        }
      />
      {chosen === OTHER && (
        <>
          <label class={css.field}>
            {m.quiz_code()}
            <input
              required
              value={set}
              maxLength={200}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              onInput={(e) => onChange({ set: setCodeIn(e.currentTarget.value), mix })}
            />
          </label>
          <p>
            <a href="/sets" target="_blank" rel="noreferrer">
              {m.quiz_sets()}
            </a>
          </p>
        </>
      )}
      {set !== undefined && (
        <NumberChoice
          label={m.quiz_mix()}
          value={mix}
          offered={MIXES}
          words={(percent) => m.quiz_mix_share({ percent })}
          onChoose={(percent) => onChange({ set, mix: percent })}
        />
      )}
    </>
  );
}
