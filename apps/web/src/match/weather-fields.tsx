import type { Weather } from '@ackade/game';
import { m } from '../messages/extras.ts';
import css from './weather-fields.module.css';

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

/** What an end is called here. */
type EndWords = (end: Weather['from']) => string;

type Props = {
  readonly value: Weather;
  readonly onChange: (weather: Weather) => void;
  /** In the order in which they are offered. */
  readonly ends: readonly Weather['from'][];
  readonly endWords: EndWords;
};

/** What becomes of the next segment, of which kind, and of whose. */
export function WeatherFields({ value, onChange, ends, endWords }: Props) {
  const choose = (change: Partial<Weather>): void => onChange({ ...value, ...change });
  return (
    <>
      <fieldset class={css.what}>
        <legend>{m.weather_what()}</legend>
        {entries(WHAT).map(([what, name]) => (
          <label key={what}>
            <input
              type="radio"
              name="what"
              autofocus={what === 'lose'}
              checked={value.what === what}
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
            value={value.kind}
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
            value={value.from}
            onChange={(e) => choose({ from: e.currentTarget.value as Weather['from'] })}
          >
            {ends.map((from) => (
              <option key={from} value={from}>
                {endWords(from)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}

/** One weather in a list. */
export const weatherLine = ({ what, kind, from }: Weather, endWords: EndWords): string =>
  m.weather_line({ what: WHAT[what](), kind: KINDS[kind](), from: endWords(from) });
