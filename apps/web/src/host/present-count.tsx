import { useEffect, useRef, useState } from 'preact/hooks';
import { m } from '../messages/host.ts';
import type { BoardState } from '../race/board.ts';

/** A reader who is told how many are here hears it at most this often, ms. */
const CALM = 5000;

/** How many are in the race, and here. */
export function PresentCount({ players }: Pick<BoardState, 'players'>) {
  const here = [...players.values()].filter((p) => p.present).length;
  const words = m.control_here({ count: players.size, here });
  const [said, say] = useState(words);
  const latest = useRef(words);
  latest.current = words;
  useEffect(() => {
    if (words === said) return;
    const timer = setTimeout(() => say(latest.current), CALM);
    return () => clearTimeout(timer);
  }, [words === said]);
  return (
    <>
      <p aria-hidden="true">{words}</p>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
