import type { Weather } from '@ackade/game';
import { m } from '../messages/present.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import css from './weather-signs.module.css';

const WHAT: Readonly<Record<Weather['what'], (inputs: { kind: string }) => string>> = {
  lose: m.present_weather_lose,
  delay: m.present_weather_delay,
  duplicate: m.present_weather_duplicate,
  reorder: m.present_weather_reorder,
};
/** The same as a sign, for the bar is narrow. */
const SIGNS: Readonly<Record<Weather['what'], string>> = {
  lose: '✕',
  delay: '…',
  duplicate: '×2',
  reorder: '⇄',
};
const KINDS: Readonly<Record<Weather['kind'], () => string>> = {
  any: m.present_kind_any,
  syn: () => 'SYN',
  'syn-ack': () => 'SYN,ACK',
  ack: m.present_kind_ack,
  data: m.present_kind_data,
  fin: () => 'FIN',
  rst: () => 'RST',
};

/** The bar has room for no more. */
const MOST = 2;

/** The weather that the host has made in this round, the latest of it. */
export function WeatherSigns({ weather }: { readonly weather: readonly Weather[] }) {
  if (weather.length === 0) return null;
  return (
    <ul class={css.signs} aria-label={m.present_weather()} aria-live="polite">
      {weather.slice(-MOST).map(({ what, kind, from }, i) => (
        <li key={weather.length - i}>
          <Cloud />
          <RoleMark end={from} />
          <span class="visually-hidden">{WHAT[what]({ kind: KINDS[kind]() })}</span>
          <span aria-hidden="true">
            {KINDS[kind]()} {SIGNS[what]}
          </span>
        </li>
      ))}
    </ul>
  );
}

const Cloud = () => (
  <svg viewBox="0 0 24 24" width="1em" height="1em" aria-hidden="true">
    <path
      fill="currentColor"
      d="M7 15a4 4 0 1 1 .6-7.95A5.5 5.5 0 0 1 18 8.6 3.3 3.3 0 0 1 17.7 15zM12.5 16l-3 4h2.2l-.7 3 3.3-4.3h-2.2l1-2.7z"
    />
  </svg>
);
