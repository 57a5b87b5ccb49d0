import { type MatchQuestion, SET_LIMITS } from '@ackade/sets';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { replaced, without } from './draft.ts';
import { Field } from './field.tsx';
import { type FieldsProps, Remove, useFocusing, Wrong } from './fields.tsx';
import css from './form-fields.module.css';

/** What belongs together, and what belongs to nothing. */
export function PairFields({ question, onQuestion, problemOf }: FieldsProps<MatchQuestion>) {
  const { pairs, decoys } = question;
  const { fields, focus } = useFocusing();
  const setPairs = (next: MatchQuestion['pairs']): void => onQuestion({ ...question, pairs: next });
  const setDecoys = (next: readonly string[]): void => onQuestion({ ...question, decoys: next });
  const addPair = (): void => {
    setPairs([...pairs, { left: '', right: '' }]);
    focus(`pairs.${pairs.length}.left`);
  };
  return (
    <fieldset class={css.fields} ref={fields}>
      <legend>{m.pairs_legend()}</legend>
      {pairs.map((pair, i) => {
        const number = i + 1;
        return (
          <div key={number} class={css.row}>
            <div class={css.pair}>
              {(['left', 'right'] as const).map((side) => (
                <Field
                  key={side}
                  bare
                  label={side === 'left' ? m.pair_left({ number }) : m.pair_right({ number })}
                  placeholder={side === 'left' ? m.pair_left({ number }) : m.pair_right({ number })}
                  path={`pairs.${i}.${side}`}
                  value={pair[side]}
                  problem={problemOf(`pairs.${i}.${side}`)}
                  onInput={(text) => setPairs(replaced(pairs, i, { ...pair, [side]: text }))}
                />
              ))}
            </div>
            <Remove
              label={m.pair_remove({ number })}
              onClick={() => {
                setPairs(without(pairs, i));
                focus(`pairs.${Math.max(0, i - 1)}.left`);
              }}
            />
          </div>
        );
      })}
      <Wrong problem={problemOf('pairs')} />
      <Button kind="quiet" disabled={pairs.length >= SET_LIMITS.pairs} onClick={addPair}>
        + {m.pair_add()}
      </Button>
      {decoys.map((decoy, i) => {
        const number = i + 1;
        return (
          <div key={number} class={css.row}>
            <Field
              label={m.decoy_number({ number })}
              path={`decoys.${i}`}
              value={decoy}
              problem={problemOf(`decoys.${i}`)}
              onInput={(text) => setDecoys(replaced(decoys, i, text))}
            />
            <Remove
              label={m.decoy_remove({ number })}
              onClick={() => setDecoys(without(decoys, i))}
            />
          </div>
        );
      })}
      <Button
        kind="quiet"
        disabled={decoys.length >= SET_LIMITS.pairs}
        onClick={() => {
          setDecoys([...decoys, '']);
          focus(`decoys.${decoys.length}`);
        }}
      >
        + {m.decoy_add()}
      </Button>
    </fieldset>
  );
}
