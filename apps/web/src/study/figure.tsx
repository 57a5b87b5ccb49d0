import type { Posed } from '@ackade/contract';
import type { RowView } from '@ackade/game';
import { useMemo } from 'preact/hooks';
import { Ladder } from '../ladder/ladder.tsx';
import type { Geometry, Shape } from '../ladder/shape.ts';
import { m } from '../messages/session.ts';
import { m as words } from '../messages/words.ts';
import css from './figure.module.css';

type Props = {
  readonly posed: Posed;
  /** The row that is lit: the one that was chosen, or that decides. */
  readonly current: number | null;
  readonly told: boolean;
  readonly onRow?: ((row: number) => void) | undefined;
};

/** The ladder that a question is about. What is asked about calls for an answer until there is one. */
export function Figure({ posed, current, told, onRow }: Props) {
  const { figure, frames, known, rows } = posed;
  const numbered = frames !== null || rows !== undefined;
  const drawn = useMemo(() => (frames ? figure.map(seen) : figure), [figure, frames]);
  const badges = ({ shapes, font }: Geometry) =>
    shapes.map((shape) => {
      const lit = shape.row === current;
      if (
        shape.shape === 'pause' ||
        !(lit ? told || numbered : numbered && shape.shape === 'arrow')
      )
        return null;
      const text = `${frames?.[shape.row] ?? shape.row + 1}`;
      return <Badge key={shape.row} shape={shape} font={font} lit={lit} text={text} />;
    });
  return (
    <figure class={css.figure} aria-label={m.session_figure()}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the choices beside it do the same by keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the choices beside it do the same by keyboard */}
      <div
        class={css.board}
        data-open={onRow !== undefined}
        onClick={(e) => {
          const row = (e.target as Element).closest('[data-row]')?.getAttribute('data-row');
          if (row) onRow?.(Number(row));
        }}
      >
        <Ladder
          rows={drawn}
          you={null}
          level={posed.skill === 'window' ? 'full' : 'numbers'}
          turns={known && !told ? [figure.length - 1] : []}
          names={{ client: words.row_client(), server: words.row_server() }}
          compact={false}
          also={badges}
          {...(current === null ? {} : { current })}
        />
      </div>
      {frames && <figcaption>{m.session_frames()}</figcaption>}
      {onRow && <figcaption>{m.session_lines()}</figcaption>}
    </figure>
  );
}

/** A capture shows that it was on the wire; what became of it nobody asks. */
const seen = (row: RowView): RowView =>
  row.kind === 'segment' ? { ...row, fate: 'delivered', arrives: row.time } : row;

type BadgeProps = {
  readonly shape: Exclude<Shape, { shape: 'pause' }>;
  readonly font: number;
  readonly lit: boolean;
  readonly text: string;
};

/** The number of a row, at the corner of what stands there. */
const Badge = ({ shape, font, lit, text }: BadgeProps) => {
  const { width, height } = shape.shape === 'arrow' ? shape.pill : shape;
  const size = font * 0.8;
  const room = Math.max(1.5, 0.62 * text.length + 0.7) * size;
  const x = shape.shape === 'arrow' ? shape.x - width / 2 : Math.max(room / 2, shape.x);
  const y = shape.y - height / 2;
  return (
    <g class={css.badge} data-lit={lit}>
      <rect
        x={x - room / 2}
        y={y - 0.75 * size}
        width={room}
        height={1.5 * size}
        rx={0.75 * size}
      />
      <text x={x} y={y} dy="0.35em" font-size={size}>
        {text}
      </text>
    </g>
  );
};
