import { useEffect, useRef } from 'preact/hooks';
import type { Bit } from './draft.ts';

export type Keys = {
  readonly bit: (bit: Bit) => void;
  readonly data: () => void;
  readonly send: () => void;
  readonly stay: () => void;
};

const BIT_KEYS: Readonly<Record<string, Bit>> = {
  s: 'SYN',
  a: 'ACK',
  f: 'FIN',
  r: 'RST',
  p: 'PSH',
};

/** S A F R P toggle, D takes data, Enter sends, W stays silent; nothing while digits are typed but Enter. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.repeat) return;
      const target = e.target instanceof HTMLElement ? e.target : document.body;
      const typing = target.matches('input, textarea, select');
      if (e.key === 'Enter') {
        // On any other control Enter does what that control does; a form sends by itself.
        if (target !== document.body && !target.matches('[data-chip]')) return;
        e.preventDefault();
        latest.current.send();
        return;
      }
      if (typing) return;
      const bit = BIT_KEYS[e.key.toLowerCase()];
      if (bit) latest.current.bit(bit);
      else if (e.key.toLowerCase() === 'd') latest.current.data();
      else if (e.key.toLowerCase() === 'w') latest.current.stay();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
