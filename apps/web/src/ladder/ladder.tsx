import type { Level, RowView } from '@ackade/game';
import type { ComponentChild } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { m } from '../messages/words.ts';
import { rowWords } from '../words/row.ts';
import { eventParts } from '../words/segment.ts';
import { ArrowView } from './arrow-view.tsx';
import { LabelView } from './label-view.tsx';
import css from './ladder.module.css';
import { layout } from './layout.ts';
import { Lifelines } from './lifelines.tsx';
import { Mist, mistPaint } from './mist.tsx';
import type { Endpoint, Geometry, Label, Shape, StateChange } from './shape.ts';
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
  /** The states that the ends come into, where they are to be shown. */
  readonly states?: readonly StateChange[] | undefined;
  /** How much of a row has happened at the moment of a film that is shown; all of it otherwise. */
  readonly shown?: (row: number) => 'none' | 'half' | 'whole';
  /** The row that the moment is about. */
  readonly current?: number;
  /** What a page writes on it besides. */
  readonly also?: (geometry: Geometry) => ComponentChild;
};

/** More rows than this at once are a page being opened, not something that happens. */
const BURST = 3;

export const WORDS = {
  marks: { again: m.row_again(), lost: m.row_lost(), copy: m.row_copy(), stray: m.row_stray() },
  silent: m.row_silent(),
  event: eventParts,
};

/** The ladder diagram: lifelines, time downwards, one arrow per segment. As wide as its container. */
export const Ladder = (props: Props) => {
  const { rows, you, level, turns, names, compact, states, shown, current, also } = props;
  const [ref, width] = useWidth<HTMLDivElement>();
  const id = useId();
  const drawn = useRef(rows.length);
  const known = rows.length - drawn.current > BURST ? rows.length : drawn.current;
  useEffect(() => {
    drawn.current = rows.length;
  }, [rows.length]);

  const geometry = useMemo(
    () =>
      width === 0
        ? null
        : layout(rows, { width, you, level, turns, compact, states, words: WORDS }),
    [rows, width, you, level, turns.join(), compact, states],
  );
  const partOf = (row: number) => shown?.(row) ?? 'whole';
  const shapes = geometry?.shapes.filter((s) => partOf(s.row) !== 'none') ?? [];
  const draw = (shape: Shape, drawn: ComponentChild) => (
    <g
      key={keyOf(shape as Label)}
      data-row={shape.row}
      class={shape.row === current ? css.current : undefined}
    >
      {drawn}
    </g>
  );
  const arrows = (font: number, layer: 'line' | 'pill') =>
    shapes.map(
      (s) =>
        s.shape === 'arrow' &&
        draw(
          s,
          <ArrowView
            arrow={s}
            font={font}
            fresh={s.row >= known || s.row === current}
            paint={you ? mistPaint(id, s) : undefined}
            // When all is told, what nobody knows the end of is still in the network.
            half={partOf(s.row) === 'half' || (!you && s.fading)}
            layer={layer}
          />,
        ),
    );

  return (
    <div class={css.ladder} ref={ref}>
      <ol class="visually-hidden" aria-label={m.row_ladder()}>
        {rows.map((row, i) =>
          partOf(i) === 'none' ? null : (
            <li key={i} aria-current={i === current ? 'step' : undefined}>
              {rowWords(partOf(i) === 'half' ? untold(row) : row, you, level, names)}
            </li>
          ),
        )}
      </ol>
      {geometry && (
        <svg
          aria-hidden="true"
          style={`--unit:${geometry.font / 13}px`}
          width={geometry.width}
          height={geometry.height}
          viewBox={`0 0 ${geometry.width} ${geometry.height}`}
        >
          <Lifelines geometry={{ ...geometry, shapes }} you={you} names={names} />
          {you && <Mist id={id} geometry={geometry} you={you} />}
          {arrows(geometry.font, 'line')}
          {shapes.map((s) =>
            s.shape === 'pause' ? (
              <g key={s.y} class={css.pause}>
                <text
                  x={(geometry.lifeline.client + geometry.lifeline.server) / 2}
                  y={s.y}
                  dy="0.35em"
                  font-size={geometry.font}
                >
                  ⋮ {s.text}
                </text>
              </g>
            ) : (
              s.shape === 'label' &&
              draw(
                s,
                <LabelView label={s} font={geometry.font} lifeline={geometry.lifeline[s.at]} />,
              )
            ),
          )}
          {arrows(geometry.font, 'pill')}
          {also?.(geometry)}
        </svg>
      )}
    </div>
  );
};

/** Of one row there may be several shapes; of what one kind does not have there is none. */
const keyOf = ({ row, look, at }: Label): string => `${row} ${look} ${at}`;

/** A segment while it is under way, when nobody knows yet what becomes of it. */
const untold = (row: RowView): RowView =>
  row.kind === 'segment' ? { ...row, fate: 'unknown', arrives: null } : row;
