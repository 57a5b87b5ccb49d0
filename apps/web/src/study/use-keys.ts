import { useEffect, useRef } from 'preact/hooks';

export type Keys = {
  /** From 0. */
  readonly choose: (choice: number) => void;
  /** One further, or back. */
  readonly step: (by: 1 | -1) => void;
  readonly enter: () => void;
};

/** 1–9 choose, arrows go through what can be chosen, Enter goes on; nothing while something is typed. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || e.isComposing) return;
      const target = e.target instanceof HTMLElement ? e.target : document.body;
      // What these do with a key is theirs; a form sends by itself.
      if (target.matches('a, button, select, summary, textarea')) return;
      const choosing = target.matches('input[type=radio], input[type=checkbox]');
      if (target.matches('input') && !choosing) return;
      if (/^[1-9]$/.test(e.key)) latest.current.choose(Number(e.key) - 1);
      else if (e.key === 'Enter') {
        e.preventDefault();
        latest.current.enter();
      } else if (!choosing && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
        e.preventDefault();
        latest.current.step(e.key === 'ArrowDown' ? 1 : -1);
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
