import type { View, Weather } from '@ackade/game';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { m } from '../messages/extras.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { bareRole, farOf, playsBoth } from './role.ts';
import css from './weather-panel.module.css';

type Props = {
  readonly view: View;
  readonly onWeather: (weather: Weather) => Promise<Problem | null>;
  readonly onClose: () => void;
};

/** Told in full, or in a list. */
type Words<T extends string> = Readonly<Record<T, () => string>>;

const WHAT: Words<Weather['what']> = {
  lose: m.weather_lose,
  delay: m.weather_delay,
  duplicate: m.weather_duplicate,
  reorder: m.weather_reorder,
};
const WHAT_TEXT: Words<Weather['what']> = {
  lose: m.weather_lose_text,
  delay: m.weather_delay_text,
  duplicate: m.weather_duplicate_text,
  reorder: m.weather_reorder_text,
};
const KINDS: Words<Weather['kind']> = {
  any: m.weather_any,
  syn: () => 'SYN',
  'syn-ack': () => 'SYN,ACK',
  ack: m.weather_ack,
  data: m.weather_data,
  fin: () => 'FIN',
  rst: () => 'RST',
};

const entries = <T extends string>(words: Words<T>) => Object.entries(words) as [T, () => string][];

/** Makes the network do something to the next segment of a kind, and shows what is still to come down. */
export function WeatherPanel({ view, onWeather, onClose }: Props) {
  const [weather, setWeather] = useState<Weather>({ what: 'lose', kind: 'any', from: farOf(view) });
  const [problem, setProblem] = useState<Problem | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const choose = (change: Partial<Weather>): void => setWeather({ ...weather, ...change });
  const close = (): void => dialog.current?.close();
  const end = (from: Weather['from']): string =>
    from === view.you && !playsBoth(view)
      ? m.weather_you({ role: bareRole(from) })
      : bareRole(from);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a dialog with Escape
    <dialog
      ref={dialog}
      class={css.panel}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(e) => e.target === dialog.current && close()}
    >
      <form
        class={css.form}
        onSubmit={(e) => {
          e.preventDefault();
          void onWeather(weather).then((failed) => (failed ? setProblem(failed) : close()));
        }}
      >
        <header class={css.head}>
          <h2 id={id}>{m.weather_title()}</h2>
          <button type="button" class={css.close} aria-label={m.weather_close()} onClick={close}>
            ✕
          </button>
        </header>
        <fieldset class={css.what}>
          <legend>{m.weather_what()}</legend>
          {entries(WHAT).map(([what, name]) => (
            <label key={what}>
              <input
                type="radio"
                name="what"
                autofocus={what === 'lose'}
                checked={weather.what === what}
                onChange={() => choose({ what })}
              />
              <span>
                <strong>{name()}</strong> <small>{WHAT_TEXT[what]()}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <div class={css.which}>
          <label>
            {m.weather_kind()}
            <select
              value={weather.kind}
              onChange={(e) => choose({ kind: e.currentTarget.value as Weather['kind'] })}
            >
              {entries(KINDS).map(([kind, name]) => (
                <option key={kind} value={kind}>
                  {name()}
                </option>
              ))}
            </select>
          </label>
          <label>
            {m.weather_from()}
            <select
              value={weather.from}
              onChange={(e) => choose({ from: e.currentTarget.value as Weather['from'] })}
            >
              {[view.you, farOf(view)].map((from) => (
                <option key={from} value={from}>
                  {end(from)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <Button type="submit" kind="primary">
          {m.weather_make()}
        </Button>
        <div role="status" class={css.coming}>
          {problem && <ProblemText problem={problem} />}
          {view.weather.length > 0 && (
            <>
              <h3>{m.weather_coming()}</h3>
              <ul>
                {view.weather.map(({ what, kind, from }, i) => (
                  <li key={i}>
                    {m.weather_line({ what: WHAT[what](), kind: KINDS[kind](), from: end(from) })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </form>
    </dialog>
  );
}
