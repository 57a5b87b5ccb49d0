import { useEffect, useRef, useState } from 'preact/hooks';

/** `value` as it changes, but not more often than every `pace` ms; the last one always comes. */
export function usePaced<T>(value: T, pace: number): T {
  const shown = useRef({ value, at: Number.NEGATIVE_INFINITY });
  const [, redraw] = useState(0);
  const now = performance.now();
  if (value !== shown.current.value && now - shown.current.at >= pace)
    shown.current = { value, at: now };
  useEffect(() => {
    if (shown.current.value === value) return;
    const left = shown.current.at + pace - performance.now();
    const timer = setTimeout(() => redraw((n) => n + 1), Math.ceil(left));
    return () => clearTimeout(timer);
  }, [value, pace]);
  return shown.current.value;
}
