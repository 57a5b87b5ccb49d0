import { BitGlyph, bitClass } from './glyph.tsx';
import css from './ladder.module.css';
import { GLYPH, type Pill as PillShape } from './pill.ts';

/** The label of an arrow, around the origin. */
export const Pill = ({ pill }: { pill: PillShape }) => {
  const { width, height, font, tokens } = pill;
  return (
    <>
      <rect
        class={css.pill}
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
        rx={Math.min(height / 2, 1.1 * font)}
      />
      {tokens.map((token, i) => {
        const glyph = token.kind === 'bit' && token.bit !== 'URG' ? GLYPH * font : 0;
        return (
          <g key={i} transform={`translate(${token.x} ${token.y})`} font-size={font}>
            {token.kind === 'bit' && glyph > 0 && (
              <g transform={`translate(${glyph * 0.42} 0)`}>
                <BitGlyph bit={token.bit} size={font * 0.85} />
              </g>
            )}
            <text
              class={token.kind === 'bit' ? `${css.bit} ${bitClass(token.bit)}` : css[token.kind]}
              x={glyph}
              dy="0.35em"
            >
              {token.text}
            </text>
          </g>
        );
      })}
    </>
  );
};
