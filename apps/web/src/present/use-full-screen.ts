import { useEffect, useState } from 'preact/hooks';

/** Whether the page fills the screen, and the switch for it; `possible` is false on most phones. */
export function useFullScreen() {
  const [on, setOn] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const changed = (): void => setOn(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  const toggle = (): void => {
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen();
    // Refused, by the browser or by who looks at it: the page stays as it is.
    done.catch(() => undefined);
  };
  return { on, toggle, possible: document.fullscreenEnabled };
}
