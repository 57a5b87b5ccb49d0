import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Size } from './track.ts';

/** The inner size of an element, px, as it changes; null until it is known. */
export function useBox<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const [box, setBox] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setBox((before) =>
        before?.width === width && before.height === height ? before : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, box] as const;
}
