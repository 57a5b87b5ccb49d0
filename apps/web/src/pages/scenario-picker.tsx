import { useState } from 'preact/hooks';
import { finishedScenarios } from '../match/finished.ts';
import { m } from '../messages/pages.ts';
import { CATALOGUE } from '../words/catalogue.ts';
import css from './scenario-picker.module.css';

type Props = { readonly value: string; readonly onChoose: (scenario: string) => void };

/** Room to show every family at once. */
const WIDE = '(min-width: 48rem)';

/** All scenarios by families: on a phone one family lies open, on a wide screen all do. */
export function ScenarioPicker({ value, onChoose }: Props) {
  const [finished] = useState(finishedScenarios);
  const [wide] = useState(() => matchMedia(WIDE).matches);
  const home = CATALOGUE.find((shelf) => shelf.scenarios.some(({ id }) => id === value));
  const [open, setOpen] = useState(home?.family);
  return (
    <fieldset class={css.picker}>
      <legend>{m.new_scenario()}</legend>
      {CATALOGUE.map(({ family, name, text, scenarios }) => {
        const done = scenarios.filter(({ id }) => finished.has(id)).length;
        const chosen = scenarios.find(({ id }) => id === value);
        return (
          <details
            key={family}
            class={css.family}
            data-chosen={chosen !== undefined}
            open={wide || family === open}
            onToggle={(e) => {
              if (wide) return;
              if (e.currentTarget.open) setOpen(family);
              else if (family === open) setOpen(undefined);
            }}
          >
            <summary>
              <span class={css.title}>
                <strong>{name}</strong>
                <small>{chosen && family !== open && !wide ? chosen.name : text}</small>
              </span>
              {done > 0 && (
                <small class={css.done}>
                  <span aria-hidden="true">
                    ✓ {done}/{scenarios.length}
                  </span>
                  <span class="visually-hidden">
                    {m.new_done_count({ done, all: scenarios.length })}
                  </span>
                </small>
              )}
            </summary>
            <div class={css.scenarios} role="radiogroup" aria-label={name}>
              {scenarios.map((scenario) => (
                <label key={scenario.id} class={css.scenario}>
                  <input
                    type="radio"
                    // Of its own for each family: the one that is chosen may be in a closed one.
                    name={`scenario-${family}`}
                    value={scenario.id}
                    checked={scenario.id === value}
                    onChange={() => onChoose(scenario.id)}
                  />
                  <span>
                    {scenario.name}
                    {finished.has(scenario.id) && (
                      <b class={css.tick}>
                        <span aria-hidden="true">✓</span>
                        <span class="visually-hidden">{m.new_done()}</span>
                      </b>
                    )}
                    {scenario.id === value && <small>{scenario.brief}</small>}
                  </span>
                </label>
              ))}
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}
