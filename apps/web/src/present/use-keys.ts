import { useEffect, useRef } from 'preact/hooks';

/** Calls what belongs to a key pressed alone, wherever the focus is. Keys as in `KeyboardEvent.key`, lower case. */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      // The space bar presses the button that has the focus.
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
      latest.current[event.key.toLowerCase()]?.();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
