import type { Level, RowView } from '@ackade/game';
import { useMemo } from 'preact/hooks';
import { Ladder, WORDS } from '../ladder/ladder.tsx';
import { layout } from '../ladder/layout.ts';
import { m } from '../messages/present.ts';
import type { Endpoint } from '../words/role.ts';
import { fitFor } from './fit.ts';
import css from './fitted-ladder.module.css';
import { useBox } from './use-box.ts';

type Props = {
  readonly rows: readonly RowView[];
  readonly level: Level;
  /** Who plays the ends; without them they are named by their roles. */
  readonly names?: Readonly<Record<Endpoint, string>>;
  readonly current?: number;
};

/** A ladder as large as its box lets it be, all of it in sight. */
export function FittedLadder({ rows, level, names, current }: Props) {
  const [ref, box] = useBox<HTMLDivElement>();
  const fit = useMemo(() => {
    const heightAt = (width: number): number =>
      layout(rows, { width, you: null, level, turns: [], compact: true, words: WORDS }).height;
    if (!box || box.width === 0) return null;
    const { width, scale } = fitFor(box, heightAt);
    return { width, scale, top: Math.max(0, (box.height - heightAt(width) * scale) / 2) };
  }, [rows, level, box]);
  return (
    <div class={css.box} ref={ref}>
      {fit && (
        <div
          style={{
            width: `${fit.width}px`,
            transform: `translateY(${fit.top}px) scale(${fit.scale})`,
          }}
        >
          <Ladder
            rows={rows}
            you={null}
            level={level}
            turns={[]}
            names={names ?? { client: m.present_client(), server: m.present_server() }}
            compact={true}
            {...(current === undefined ? {} : { current })}
          />
        </div>
      )}
    </div>
  );
}
