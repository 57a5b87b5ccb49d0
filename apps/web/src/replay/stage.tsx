import type { Replay } from '@ackade/game';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Ladder } from '../ladder/ladder.tsx';
import { m } from '../messages/replay.ts';
import type { Endpoint } from '../words/role.ts';
import { shownAt } from './film.ts';
import css from './stage.module.css';

type Props = {
  readonly replay: Replay;
  readonly names: Readonly<Record<Endpoint, string>>;
  readonly at: number;
};

/** The ladder up to a moment, which it keeps in sight. */
export function Stage({ replay, names, at }: Props) {
  const stage = useRef<HTMLElement>(null);
  const { rows, steps, level } = replay;
  const current = steps[at]?.row ?? 0;

  const show = (): void => {
    const board = stage.current;
    const shape = board?.querySelector(`[data-row="${current}"]`);
    if (!board || !shape) return;
    const [frame, box] = [board.getBoundingClientRect(), shape.getBoundingClientRect()];
    const inSight = box.top >= frame.top && box.bottom <= frame.bottom;
    if (!inSight)
      board.scrollBy({ top: (box.top + box.bottom) / 2 - (frame.top + frame.bottom) / 2 });
  };
  const latest = useRef(show);
  latest.current = show;
  useLayoutEffect(show, [current]);
  useEffect(() => {
    const [ladder] = stage.current?.children ?? [];
    if (!ladder) return;
    // It is drawn once its width is known, and anew when that changes.
    const watch = new ResizeObserver(() => latest.current());
    watch.observe(ladder);
    return () => watch.disconnect();
  }, []);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class={css.stage} ref={stage} tabIndex={0} aria-label={m.replay_ladder()}>
      <Ladder
        rows={rows}
        you={null}
        level={level}
        turns={[]}
        names={names}
        compact={false}
        shown={shownAt(steps, at)}
        current={current}
      />
    </section>
  );
}
