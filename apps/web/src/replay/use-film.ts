import type { Replay } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import { within } from './film.ts';
import { focusOf, type Wish, wishOf } from './keys.ts';
import { type Pace, standsFor } from './pace.ts';

export type Film = {
  /** The step that is shown. */
  readonly at: number;
  readonly playing: boolean;
  readonly pace: Pace;
  readonly go: (at: number) => void;
  readonly wish: (wish: Wish) => void;
  readonly setPace: (pace: Pace) => void;
};

/** A film that plays from the step `start`, and that keys move. */
export function useFilm({ steps, rows }: Replay, start: number): Film {
  const count = steps.length;
  const [at, setAt] = useState(start);
  const [playing, setPlaying] = useState(false);
  const [pace, setPace] = useState<Pace>(1);

  const go = (to: number): void => {
    setPlaying(false);
    setAt(within(to, count));
  };
  const toggle = (): void => {
    if (!playing && at === count - 1) setAt(0);
    setPlaying(!playing);
  };
  const wish = (wanted: Wish): void => {
    if (wanted === 'toggle') toggle();
    else go({ first: 0, previous: at - 1, next: at + 1, last: count - 1 }[wanted]);
  };

  useEffect(() => {
    if (!playing) return;
    const row = rows[steps[at]?.row ?? 0];
    const timer = setTimeout(
      () => {
        if (at + 1 < count) setAt(at + 1);
        else setPlaying(false);
      },
      standsFor(row, pace),
    );
    return () => clearTimeout(timer);
  }, [playing, at, pace, count]);

  const latest = useRef(wish);
  latest.current = wish;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const wanted = wishOf(event.key, focusOf(event.target));
      if (!wanted) return;
      event.preventDefault();
      latest.current(wanted);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  return { at, playing, pace, go, wish, setPace };
}
