import type { Sighting } from '@ackade/observer';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { JudgedCapture } from './judging.ts';

/** Segments fetched at once. */
const PAGE = 256;
/** Pages kept; the oldest go first. */
const KEPT = 16;

/**
 * The segments of conversation `id` as far as they are here: those from `first` to before `end` and number
 * `chosen` are fetched from the worker where they are not.
 */
export function useSightings(
  capture: JudgedCapture,
  id: number,
  first: number,
  end: number,
  chosen: number,
): (index: number) => Sighting | undefined {
  const pages = useRef(new Map<number, readonly Sighting[]>());
  const [, setArrived] = useState(0);
  const from = Math.floor(first / PAGE);
  const to = Math.floor(Math.max(first, end - 1) / PAGE);
  const apart = Math.floor(chosen / PAGE);

  useEffect(() => {
    const known = pages.current;
    const fetchPage = (page: number): void => {
      const kept = known.get(page);
      known.delete(page);
      known.set(page, kept ?? []);
      if (kept) return;
      void capture.segments(id, page * PAGE, (page + 1) * PAGE).then((segments) => {
        if (known.has(page)) known.set(page, segments);
        setArrived((n) => n + 1);
      });
    };
    for (let page = from; page <= to; page++) fetchPage(page);
    fetchPage(apart);
    for (const page of known.keys()) if (known.size > KEPT) known.delete(page);
  }, [capture, id, from, to, apart]);

  return (index) => pages.current.get(Math.floor(index / PAGE))?.[index % PAGE];
}
