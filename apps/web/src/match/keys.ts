import { useLayoutEffect, useRef } from 'preact/hooks';
import { device } from '../storage.ts';
import type { Bit } from './draft.ts';

export type Keys = {
  readonly bit: (bit: Bit) => void;
  readonly data: () => void;
  readonly send: () => void;
  readonly stay: () => void;
  readonly hint: () => void;
};

const BIT_KEYS: Readonly<Record<string, Bit>> = {
  s: 'SYN',
  a: 'ACK',
  f: 'FIN',
  r: 'RST',
  p: 'PSH',
};

/** Whether single keys play; those who dictate or bump keys switch them off (WCAG 2.1.4). */
export const keysOn = (): boolean => device.get('keys') !== 'off';
export const switchKeys = (on: boolean): void => device.set('keys', on ? 'on' : 'off');

/** S A F R P toggle, D takes data, Enter sends, W stays silent, ? hints; nothing while digits are typed but Enter. */
export function useKeys(keys: Keys, on: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    if (!on) return;
    const listen = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.repeat) return;
      if (document.querySelector('dialog[open]')) return;
      const target = e.target instanceof HTMLElement ? e.target : document.body;
      const typing = target.matches('input, textarea, select');
      if (e.key === 'Enter') {
        // On any other control Enter does what that control does; a form sends by itself.
        if (!target.matches('body, main, [data-chip]')) return;
        e.preventDefault();
        latest.current.send();
        return;
      }
      if (typing) return;
      const bit = BIT_KEYS[e.key.toLowerCase()];
      if (bit) latest.current.bit(bit);
      else if (e.key.toLowerCase() === 'd') latest.current.data();
      else if (e.key.toLowerCase() === 'w') latest.current.stay();
      else if (e.key === '?' || e.key === '？') latest.current.hint();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);
}
