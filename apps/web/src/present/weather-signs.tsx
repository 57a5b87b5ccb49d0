import type { Weather } from '@ackade/game';
import { m } from '../messages/present.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import { Cloud } from './cloud.tsx';
import css from './weather-signs.module.css';
import { kindWords, weatherWords } from './weather-words.ts';

/** The same as a sign, for the bar is narrow. */
const SIGNS: Readonly<Record<Weather['what'], string>> = {
  lose: '✕',
  delay: '…',
  duplicate: '×2',
  reorder: '⇄',
};
/** The bar has room for no more. */
const MOST = 2;

/** The weather that the host has made in this round, the latest of it. */
export function WeatherSigns({ weather }: { readonly weather: readonly Weather[] }) {
  if (weather.length === 0) return null;
  return (
    <ul class={css.signs} aria-label={m.present_weather()}>
      {weather.slice(-MOST).map((one, i) => (
        <li key={weather.length - i}>
          <Cloud />
          <RoleMark end={one.from} />
          <span class="visually-hidden">{weatherWords(one)}</span>
          <span aria-hidden="true">
            {kindWords(one)} {SIGNS[one.what]}
          </span>
        </li>
      ))}
    </ul>
  );
}
