import { Cross } from './arrow-view.tsx';
import css from './ladder.module.css';
import { LINE, MARK } from './pill.ts';
import type { Label } from './shape.ts';

type Props = { readonly label: Label; readonly font: number; readonly lifeline: number };

/** What happens at an endpoint, written beside its lifeline. */
export const LabelView = ({ label, font, lifeline }: Props) => {
  const { at, look, call, x, y, width, height, lines, hangsOn } = label;
  const top = y - ((lines.length - 1) / 2) * LINE * font;
  const marked = look !== 'call' && look !== 'state';
  const mark = x + 0.5 * font;
  // Text leans against its lifeline; a mark leads the first line.
  const [edge, anchor] = at === 'client' ? [x + width, 'end'] : [x, 'start'];
  return (
    <g class={[css.label, css[at], css[look], css[call]].filter(Boolean).join(' ')}>
      {hangsOn !== null && <path class={css.hang} d={`M${lifeline} ${hangsOn}V${y}`} />}
      <rect
        class={css.box}
        x={x - 0.2 * font}
        y={y - height / 2}
        width={width + 0.4 * font}
        height={height}
        rx={0.4 * font}
      />
      {look === 'wrong' ? (
        <Cross x={lifeline} y={y} size={font * 0.5} />
      ) : look === 'crash' ? (
        <Bolt x={lifeline} y={y} size={font * 1.1} />
      ) : (
        <circle class={css.dot} cx={lifeline} cy={y} r={font * 0.36} />
      )}
      {look === 'crash' && <Bolt x={mark} y={top} size={font * 0.6} />}
      {look === 'timer' && (
        <g class={css.ring} transform={`translate(${mark} ${top}) scale(${font / 14})`}>
          <path d="M0-5.5A5.5 5.5 0 1 1-5.5 0M0-3V0L2.2 1.6" />
        </g>
      )}
      {look === 'silent' && (
        <path class={css.hush} d={`M${mark - 0.4 * font} ${top}h${0.8 * font}`} />
      )}
      {look === 'wrong' && <Cross x={mark} y={top} size={font * 0.32} />}
      {lines.map((line, i) => (
        <text
          key={line}
          x={at === 'server' && marked && i === 0 ? edge + MARK * font : edge}
          y={top + i * LINE * font}
          dy="0.35em"
          font-size={font}
          text-anchor={anchor}
        >
          {line}
        </text>
      ))}
    </g>
  );
};

const Bolt = ({ x, y, size }: { x: number; y: number; size: number }) => (
  <path
    class={css.bolt}
    d="M.15-1-.55.2H-.05L-.2 1 .55-.25H.05z"
    transform={`translate(${x} ${y}) scale(${size})`}
  />
);
