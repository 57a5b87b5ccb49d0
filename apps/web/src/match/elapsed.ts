import { useEffect, useState } from 'preact/hooks';

/** How often what runs is drawn anew, ms. */
const TICK = 200;

/** Milliseconds since `since` (`performance.now()`), kept up to date while `running`; 0 while not. */
export function useElapsed(since: number, running: boolean): number {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => redraw((n) => n + 1), TICK);
    return () => clearInterval(timer);
  }, [running, since]);
  return running ? performance.now() - since : 0;
}

/** `1:05` of milliseconds. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
