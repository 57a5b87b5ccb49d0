import type { View } from '@ackade/game';
import { m } from '../messages/extras.ts';
import { Button } from '../parts/button.tsx';
import css from './tools.module.css';

type Props = { readonly view: View; readonly onOpen: () => void };

/** Opens the weather; how much of it is still to come down stands below the cloud. */
export function WeatherButton({ view, onOpen }: Props) {
  const count = view.weather.length;
  return (
    <Button
      type="button"
      aria-label={count > 0 ? m.weather_count({ count }) : m.weather_title()}
      aria-haspopup="dialog"
      title={m.weather_title()}
      onClick={onOpen}
    >
      <span class={css.tool}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M7 18a4 4 0 0 1 0-8 5.5 5.5 0 0 1 10.5 1.2A3.5 3.5 0 0 1 17.5 18z" />
        </svg>
        {count > 0 && <small>{count}</small>}
      </span>
      <span class={css.words}>{m.weather_title()}</span>
    </Button>
  );
}
