import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Paper cannot be unfolded: what is folded in `part` is open while it is printed. */
export function useOpenInPrint(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let opened: readonly HTMLDetailsElement[] = [];
    const open = (): void => {
      opened = [...(part.current?.querySelectorAll('details') ?? [])].filter((one) => !one.open);
      for (const one of opened) one.open = true;
    };
    const close = (): void => {
      for (const one of opened) one.open = false;
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, [part]);
}
