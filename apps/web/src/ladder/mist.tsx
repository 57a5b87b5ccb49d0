import css from './ladder.module.css';
import type { Arrow, Endpoint, Geometry } from './shape.ts';

type Props = { readonly id: string; readonly geometry: Geometry; readonly you: Endpoint };

const PAINTS = ['client', 'server', 'wrong'] as const;

const paintOf = ({ look, from }: Arrow): (typeof PAINTS)[number] =>
  look === 'sent' ? from : 'wrong';

/** Where the clouds stand in their pattern, which repeats downwards; none reaches over its edge. */
const PUFFS = [
  [-0.1, 0.24],
  [0.06, 0.5],
  [-0.16, 0.74],
] as const;

/** The paint of a line between my end and the mist. */
export const mistPaint = (id: string, arrow: Arrow): string => `url(#${id}-${paintOf(arrow)})`;

/** What hides the far end: lines fade towards it, and clouds stand before its lifeline. */
export const Mist = ({ id, geometry, you }: Props) => {
  const { lifeline, font, width, height } = geometry;
  const far = you === 'client' ? lifeline.server : lifeline.client;
  const near = lifeline[you];
  const reach = Math.abs(far - near) * 0.45;
  const x = you === 'client' ? far - reach : 0;
  const depth = you === 'client' ? width - x : far + reach;
  const cloud = 12 * font;
  return (
    <g>
      <defs>
        {PAINTS.map((paint) => (
          <linearGradient
            key={paint}
            id={`${id}-${paint}`}
            class={css[paint]}
            gradientUnits="userSpaceOnUse"
            x1={near}
            x2={far}
            y1="0"
            y2="0"
          >
            <stop offset="0.5" class={css.stop} />
            <stop offset="0.97" class={css.stop} stop-opacity="0" />
          </linearGradient>
        ))}
        <linearGradient
          id={`${id}-haze`}
          gradientUnits="userSpaceOnUse"
          x1={near - x}
          x2={far - x}
          y1="0"
          y2="0"
        >
          <stop class={css.puff} offset="0.55" stop-opacity="0" />
          <stop class={css.puff} offset="1" stop-opacity="0.2" />
        </linearGradient>
        <radialGradient id={`${id}-puff`}>
          <stop class={css.puff} stop-opacity="0.13" />
          <stop class={css.puff} offset="1" stop-opacity="0" />
        </radialGradient>
        <pattern
          id={`${id}-mist`}
          patternUnits="userSpaceOnUse"
          x={x}
          y="0"
          width={depth + font}
          height={cloud}
        >
          <rect width={depth} height={cloud} fill={`url(#${id}-haze)`} />
          {PUFFS.map(([dx, dy]) => (
            <ellipse
              key={dy}
              cx={far - x + dx * depth * (you === 'client' ? 1 : -1)}
              cy={dy * cloud}
              rx={depth * 0.3}
              ry={cloud * 0.22}
              fill={`url(#${id}-puff)`}
            />
          ))}
        </pattern>
      </defs>
      <rect x={x} y="0" width={depth} height={height} fill={`url(#${id}-mist)`} />
    </g>
  );
};
