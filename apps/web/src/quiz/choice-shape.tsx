import css from './choice-shape.module.css';

/** A shape beside each colour: nobody has to tell colours apart, and one can say "the star". */
const SHAPES = [
  'M12 3 22 20H2z',
  'M12 2 22 12 12 22 2 12z',
  'M12 3a9 9 0 1 0 .01 0z',
  'M4 4h16v16H4z',
  'M12 2l3 7 7.5.6-5.7 4.9 1.8 7.3L12 17.8 5.4 21.8l1.8-7.3L1.5 9.6 9 9z',
  'M7 3h10l5 9-5 9H7l-5-9z',
] as const;

/** The sign of the choice at `index`, on the phones and on the wall. */
export const ChoiceShape = ({ index }: { readonly index: number }) => (
  <span class={css.shape} data-look={index % SHAPES.length} aria-hidden="true">
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[index % SHAPES.length] ?? SHAPES[0]} />
    </svg>
  </span>
);
