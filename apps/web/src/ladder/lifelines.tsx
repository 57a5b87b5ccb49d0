import css from './ladder.module.css';
import { fitted } from './pill.ts';
import type { Endpoint, Geometry } from './shape.ts';

type Props = {
  readonly geometry: Geometry;
  readonly you: Endpoint | null;
  readonly names: Readonly<Record<Endpoint, string>>;
};

/** Both lifelines and whose they are: the client's begins with a circle, the server's with a square. */
export const Lifelines = ({ geometry, you, names }: Props) => {
  const { lifeline, font, height, top, shapes } = geometry;
  const y = top - 1.3 * font;
  const r = 0.55 * font;
  const room = (lifeline.server - lifeline.client) / 2 / font - 1.6;
  return (
    <>
      {(['client', 'server'] as const).map((end) => {
        const x = lifeline[end];
        const far = you !== null && you !== end;
        const text = end === 'client' ? x + 1.1 * font : x - 1.1 * font;
        return (
          <g key={end} class={`${css.end} ${css[end]} ${far ? css.far : ''}`}>
            <path class={css.lifeline} d={`M${x} ${y}V${height}`} />
            {shapes.map((s) =>
              s.shape === 'pause' ? (
                <path
                  key={s.y}
                  class={css.gap}
                  d={`M${x} ${s.y - s.height * 0.4}V${s.y + s.height * 0.4}`}
                />
              ) : null,
            )}
            {end === 'client' ? (
              <circle class={css.emblem} cx={x} cy={y} r={r} />
            ) : (
              <rect
                class={css.emblem}
                x={x - r}
                y={y - r}
                width={2 * r}
                height={2 * r}
                rx={r / 4}
              />
            )}
            <text
              x={text}
              y={y}
              dy="0.35em"
              font-size={1.1 * font}
              text-anchor={end === 'client' ? 'start' : 'end'}
            >
              {fitted(names[end], room / 1.1)}
            </text>
          </g>
        );
      })}
    </>
  );
};
