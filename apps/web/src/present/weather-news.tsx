import type { Weather } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import { m } from '../messages/present.ts';
import { Cloud } from './cloud.tsx';
import css from './weather-news.module.css';
import { weatherWords } from './weather-words.ts';

/** So long everybody can read it, ms; then the sign in the bar is left. */
const SHOWN = 10_000;

const endWords = ({ from }: Weather): string =>
  from === 'client' ? m.present_client() : m.present_server();

/** The weather that the host makes just now. */
export function WeatherNews({ weather }: { readonly weather: readonly Weather[] }) {
  const known = useRef(weather.length);
  const [until, setUntil] = useState(known.current);
  const count = weather.length;
  useEffect(() => {
    if (count === known.current) return;
    known.current = count;
    const timer = setTimeout(() => setUntil(count), SHOWN);
    return () => clearTimeout(timer);
  }, [count]);
  const latest = count > until ? weather.at(-1) : undefined;
  return (
    <div class={css.place} role="status">
      {latest && (
        <p key={count} class={css.news}>
          <Cloud />
          <span>
            <strong>{m.present_weather_for_all()}</strong>{' '}
            {m.present_weather_from({ what: weatherWords(latest), role: endWords(latest) })}
          </span>
        </p>
      )}
    </div>
  );
}
