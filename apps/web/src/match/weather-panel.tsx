import type { View, Weather } from '@ackade/game';
import { useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { m } from '../messages/extras.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { bareRole, farOf, playsBoth } from './role.ts';
import { WeatherFields, weatherLine } from './weather-fields.tsx';
import css from './weather-panel.module.css';

type Props = {
  readonly view: View;
  readonly onWeather: (weather: Weather) => Promise<Problem | null>;
  readonly onClose: () => void;
};

/** Makes the network do something to the next segment of a kind, and shows what is still to come down. */
export function WeatherPanel({ view, onWeather, onClose }: Props) {
  const [weather, setWeather] = useState<Weather>({ what: 'lose', kind: 'any', from: farOf(view) });
  const [problem, setProblem] = useState<Problem | null>(null);
  const end = (from: Weather['from']): string =>
    from === view.you && !playsBoth(view)
      ? m.weather_you({ role: bareRole(from) })
      : bareRole(from);

  return (
    <Sheet title={m.weather_title()} closing={m.weather_close()} onClose={onClose}>
      {(close) => (
        <form
          class={css.form}
          onSubmit={(e) => {
            e.preventDefault();
            void onWeather(weather).then((failed) => (failed ? setProblem(failed) : close()));
          }}
        >
          <WeatherFields
            value={weather}
            onChange={setWeather}
            ends={[view.you, farOf(view)]}
            endWords={end}
          />
          <Button type="submit" kind="primary">
            {m.weather_make()}
          </Button>
          <div role="status" class={css.coming}>
            {problem && <ProblemText problem={problem} />}
            {view.weather.length > 0 && (
              <>
                <h3>{m.weather_coming()}</h3>
                <ul>
                  {view.weather.map((one, i) => (
                    <li key={i}>{weatherLine(one, end)}</li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </form>
      )}
    </Sheet>
  );
}
