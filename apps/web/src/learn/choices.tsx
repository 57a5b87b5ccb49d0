import type { Level, Move } from '@ackade/game';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { keysOn } from '../match/keys.ts';
import { m } from '../messages/learn.ts';
import css from './choices.module.css';
import { SegmentChip } from './segment-chip.tsx';

type Props = {
  readonly moves: readonly Move[];
  readonly level: Level;
  readonly data: string;
  /** What each would say, where the story is told as a talk; empty otherwise. */
  readonly says: readonly string[];
  /** Those that were not right, by their places. */
  readonly tried: ReadonlySet<number>;
  readonly onChoose: (choice: number) => void;
  /** The id of what they answer. */
  readonly labelledBy: string;
};

/** Segments to choose from, by a tap or by a number key. */
export function Choices({ moves, level, data, says, tried, onChoose, labelledBy }: Props) {
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useLayoutEffect(() => {
    const listen = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || !keysOn()) return;
      const choice = '123456789'.slice(0, moves.length).indexOf(e.key);
      if (choice >= 0) choose.current(choice);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [moves.length]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: its legend is what stands above
    <div class={css.choices} role="group" aria-labelledby={labelledBy} tabIndex={-1} data-next>
      {moves.map((move, i) => (
        <button
          key={i}
          type="button"
          class={css.choice}
          data-tried={tried.has(i)}
          aria-keyshortcuts={String(i + 1)}
          onClick={() => onChoose(i)}
        >
          <span class={css.key} aria-hidden="true">
            {tried.has(i) ? '✕' : i + 1}
          </span>
          <span>
            {says[i] && <strong>“{says[i]}”</strong>} <SegmentChip {...{ move, level, data }} />
            {tried.has(i) && <span class="visually-hidden"> ({m.learn_tried()})</span>}
          </span>
        </button>
      ))}
    </div>
  );
}
