import { m } from '../messages/present.ts';
import { Cloud } from './cloud.tsx';
import css from './weather-signs.module.css';

/** How often the host has made weather in this round. What it does to which segment would be told too early here. */
export function WeatherSigns({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p class={css.signs}>
      <Cloud />
      {m.present_weather_coming()}
      {count > 1 && ` ×${count}`}
    </p>
  );
}
