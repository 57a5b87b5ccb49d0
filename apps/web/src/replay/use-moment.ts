import { useEffect } from 'preact/hooks';
import { searchFor } from './film.ts';

/** Browsers allow a page only so many changes of its address in a while; a scrubber makes more. */
const SETTLED = 300;

/** Writes the moment of a film into the address, so that it can be passed on. */
export function useMoment(at: number): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      history.replaceState(history.state, '', location.pathname + searchFor(at));
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [at]);
}
