import type { Level, RowView } from '@ackade/game';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { m } from '../messages/words.ts';
import { rowWords } from '../words/row.ts';
import { ArrowView } from './arrow-view.tsx';
import { LabelView } from './label-view.tsx';
import css from './ladder.module.css';
import { layout } from './layout.ts';
import { Lifelines } from './lifelines.tsx';
import { Mist, mistPaint } from './mist.tsx';
import type { Endpoint } from './shape.ts';
import { useWidth } from './use-width.ts';

type Props = {
  readonly rows: readonly RowView[];
  /** The end from which it is seen; null sees all. */
  readonly you: Endpoint | null;
  readonly level: Level;
  /** Rows that await an answer, oldest first. */
  readonly turns: readonly number[];
  readonly names: Readonly<Record<Endpoint, string>>;
  readonly compact: boolean;
};

/** More rows than this at once are a page being opened, not something that happens. */
const BURST = 3;

/** The ladder diagram: lifelines, time downwards, one arrow per segment. As wide as its container. */
export const Ladder = ({ rows, you, level, turns, names, compact }: Props) => {
  const [ref, width] = useWidth<HTMLDivElement>();
  const id = useId();
  const drawn = useRef(rows.length);
  const known = rows.length - drawn.current > BURST ? rows.length : drawn.current;
  useEffect(() => {
    drawn.current = rows.length;
  }, [rows.length]);

  const words = {
    again: m.row_again(),
    lost: m.row_lost(),
    silent: m.row_silent(),
    passive: m.row_passive(),
  };
  const geometry = useMemo(
    () => (width === 0 ? null : layout(rows, { width, you, level, turns, compact, words })),
    [rows, width, you, level, turns, compact, words.again],
  );

  return (
    <div class={css.ladder} ref={ref}>
      <ol class={css.spoken} aria-label={m.row_ladder()}>
        {rows.map((row, i) => (
          <li key={i}>{rowWords(row, you, level, names)}</li>
        ))}
      </ol>
      {geometry && (
        <svg
          aria-hidden="true"
          style={`--unit:${geometry.font / 13}px`}
          width={geometry.width}
          height={geometry.height}
          viewBox={`0 0 ${geometry.width} ${geometry.height}`}
        >
          <Lifelines geometry={geometry} you={you} names={names} />
          {you && <Mist id={id} geometry={geometry} you={you} />}
          {geometry.shapes.map((shape) => {
            const key = `${shape.row} ${shape.shape} ${'look' in shape ? shape.look : ''}`;
            if (shape.shape === 'pause')
              return (
                <g key={key} class={css.pause}>
                  <text
                    x={(geometry.lifeline.client + geometry.lifeline.server) / 2}
                    y={shape.y}
                    dy="0.35em"
                    font-size={geometry.font}
                  >
                    ⋮ {shape.text}
                  </text>
                </g>
              );
            return shape.shape === 'label' ? (
              <LabelView
                key={key}
                label={shape}
                font={geometry.font}
                lifeline={geometry.lifeline[shape.at]}
              />
            ) : (
              <ArrowView
                key={key}
                arrow={shape}
                font={geometry.font}
                fresh={shape.row >= known}
                paint={you ? mistPaint(id, shape) : undefined}
              />
            );
          })}
        </svg>
      )}
    </div>
  );
};
