import { type BoardHead, WEATHER_LIMIT, type Weather } from '@ackade/game';
import { useState } from 'preact/hooks';
import { bareRole } from '../match/role.ts';
import { WeatherFields } from '../match/weather-fields.tsx';
import { m } from '../messages/host.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useOrder } from './order.ts';
import { WeatherMade } from './weather-made.tsx';
import css from './weather-sheet.module.css';

type Props = { readonly head: BoardHead; readonly onClose: () => void };

const ENDS = ['client', 'server'] as const;
/** What a host sends most: the answer to the SYN gets lost. */
const FIRST: Weather = { what: 'lose', kind: 'syn-ack', from: 'server' };

/** The same weather for every pair, and what of it there was in this round. */
export function WeatherSheet({ head, onClose }: Props) {
  const [weather, setWeather] = useState(FIRST);
  const { busy, problem, give } = useOrder();
  return (
    <Sheet title={m.weather_title()} closing={m.control_close()} onClose={onClose}>
      {(close) => (
        <form
          class={css.form}
          onSubmit={(e) => {
            e.preventDefault();
            void give({ type: 'weather', weather }).then((done) => done && close());
          }}
        >
          <WeatherFields value={weather} onChange={setWeather} ends={ENDS} endWords={bareRole} />
          <Button
            type="submit"
            kind="primary"
            disabled={busy || head.weather.length >= WEATHER_LIMIT}
          >
            {m.weather_make()}
          </Button>
          <p class={css.problem} role="alert">
            {problem && <ProblemText problem={problem} />}
          </p>
          {head.weather.length > 0 && <WeatherMade weather={head.weather} />}
        </form>
      )}
    </Sheet>
  );
}
