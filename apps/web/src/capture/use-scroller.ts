import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export type Scroller = ReturnType<typeof useScroller>;

/** An element that scrolls its content: what is visible of it, px, as it changes; 0 until it is known. */
export function useScroller() {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0, em: 0 });
  const [scrolled, setScrolled] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void =>
      setSize({
        width: element.clientWidth,
        height: element.clientHeight,
        em: Number.parseFloat(getComputedStyle(element).fontSize),
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const onScroll = (): void => setScrolled(ref.current?.scrollTop ?? 0);
  return { ref, ...size, scrolled, onScroll };
}
