import { useEffect, useRef, useState } from 'preact/hooks';
import { m } from '../messages/present.ts';
import { Cloud } from './cloud.tsx';
import css from './weather-news.module.css';

/** So long everybody can read it, ms; then the sign in the bar is left. */
const SHOWN = 10_000;

/** The host has made weather just now, for the `count`th time in this round. */
export function WeatherNews({ count }: { readonly count: number }) {
  const known = useRef(count);
  const [until, setUntil] = useState(count);
  useEffect(() => {
    if (count === known.current) return;
    known.current = count;
    const timer = setTimeout(() => setUntil(count), SHOWN);
    return () => clearTimeout(timer);
  }, [count]);
  return (
    <div role="status">
      {count > until && (
        <p key={count} class={css.news}>
          <Cloud />
          <strong>{m.present_weather_for_all()}</strong>
        </p>
      )}
    </div>
  );
}
