/** How pairs are told apart: a shape and a colour for each, the same wherever it is seen. */

const SHAPES = ['circle', 'square', 'hexagon', 'shield'] as const;

/** Light enough for dark letters (7 : 1 at least), and neither end's own colour. */
const PAINTS = [
  '#f4e66a',
  '#9fe3c8',
  '#e6b8dc',
  '#b9c9f5',
  '#ffb59e',
  '#eef1fa',
  '#c3e38a',
] as const;

export type EmblemLook = {
  readonly shape: (typeof SHAPES)[number];
  readonly paint: string;
};

/** Of the pair with a number, from 1; 28 different ones before they begin again. */
export const lookOf = (number: number): EmblemLook => ({
  shape: SHAPES[(number - 1) % SHAPES.length] ?? 'circle',
  paint: PAINTS[(number - 1) % PAINTS.length] ?? PAINTS[0],
});
