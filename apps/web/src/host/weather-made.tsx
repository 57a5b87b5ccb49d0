import { WEATHER_LIMIT, type Weather } from '@ackade/game';
import { bareRole } from '../match/role.ts';
import { weatherLine } from '../match/weather-fields.tsx';
import { m } from '../messages/host.ts';
import css from './weather-made.module.css';

/** What the host has sent to the pairs of the round, the latest first, and how much more there can be. */
export const WeatherMade = ({ weather }: { readonly weather: readonly Weather[] }) => (
  <div class={css.made}>
    <p>
      <strong>{m.weather_made()}</strong>{' '}
      {m.weather_left({ count: WEATHER_LIMIT - weather.length })}
    </p>
    <ul>
      {weather.toReversed().map((one, i) => (
        <li key={weather.length - i}>{weatherLine(one, bareRole)}</li>
      ))}
    </ul>
    <p>{m.weather_waits()}</p>
  </div>
);
