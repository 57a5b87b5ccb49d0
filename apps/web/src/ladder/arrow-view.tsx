import { useState } from 'preact/hooks';
import css from './ladder.module.css';
import { Pill } from './pill-view.tsx';
import type { Arrow } from './shape.ts';

type Props = {
  readonly arrow: Arrow;
  readonly font: number;
  /** It has just come into being: let it travel. Only what holds at the first drawing counts. */
  readonly fresh: boolean;
  /** Paints a line that runs into the mist. */
  readonly paint: string | undefined;
  /** It is still under way: half of its line is drawn. */
  readonly half?: boolean;
  /** Draws one part alone, so that the pills of a ladder stand above all of its lines. */
  readonly layer?: 'line' | 'pill';
};

export const ArrowView = ({ arrow, font, fresh, paint, half, layer }: Props) => {
  const [travels] = useState(fresh);
  const { x0, y0, x, y, look, from, call, big, fading, hangsOn } = arrow;
  const way = half ? 0.5 : 1;
  const x1 = x0 + (arrow.x1 - x0) * way;
  const y1 = y0 + (arrow.y1 - y0) * way;
  const angle = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
  const head = font * (big ? 0.8 : 0.65);
  const classes = [
    css.arrow,
    css[from],
    css[look],
    css[call],
    big && css.big,
    travels && css.travel,
  ];
  return (
    <g
      class={classes.filter(Boolean).join(' ')}
      style={`--dx:${x0 - x1}px;--dy:${y0 - y1}px;--px:${x0 - x}px;--py:${y0 - y}px`}
    >
      {layer !== 'pill' && (
        <>
          {hangsOn !== null && <path class={css.hang} d={`M${x0} ${hangsOn}V${y0}`} />}
          <path
            class={css.line}
            d={`M${x0} ${y0}L${x1} ${y1}`}
            style={`transform-origin:${x0}px ${y0}px${paint ? `;stroke:${paint}` : ''}`}
          />
          {call !== 'none' && <circle class={css.halo} cx={x1} cy={y1} r={font * 0.62} />}
          {look === 'ghost' && <Cross x={x0} y={y0} size={font * 0.5} />}
          {look === 'lost' ? (
            <g class={css.tip}>
              <Cross x={x1} y={y1} size={font * 0.5} />
            </g>
          ) : (
            (half || !fading) &&
            look !== 'ghost' && (
              <g class={css.tip}>
                <path
                  class={css.head}
                  d={`M0 0L${-head * 1.5} ${head * 0.62}L${-head * 1.15} 0L${-head * 1.5} ${-head * 0.62}z`}
                  transform={`translate(${x1} ${y1}) rotate(${angle})`}
                />
              </g>
            )
          )}
        </>
      )}
      {layer !== 'line' && (
        <g class={css.rider}>
          <g transform={`translate(${x} ${y})`}>
            <Pill pill={arrow.pill} />
          </g>
        </g>
      )}
    </g>
  );
};

export const Cross = ({ x, y, size }: { x: number; y: number; size: number }) => (
  <path
    class={css.cross}
    d={`M${x - size} ${y - size}L${x + size} ${y + size}M${x + size} ${y - size}L${x - size} ${y + size}`}
  />
);
