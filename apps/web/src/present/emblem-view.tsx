import type { Progress } from '@ackade/game';
import type { ComponentChildren } from 'preact';
import { lookOf } from './emblem.ts';
import css from './emblem-view.module.css';
import { initialOf, nameAt, type Players } from './pair-words.ts';

type Props = {
  readonly pair: Progress;
  readonly number: number;
  readonly players: Players;
  readonly hidden: boolean;
};

/** Letters beyond this, those of East Asian scripts above all, are as wide as high. */
const FULL_WIDTH = '\u2e7f';

/** The emblem of a pair: the first letters of both names, or its number where names are hidden. */
export function EmblemView({ pair, number, players, hidden }: Props) {
  if (hidden) return <NumberToken number={number} />;
  const initials = (['client', 'server'] as const).map((end) => {
    const name = nameAt(pair, end, players);
    return name === null ? null : initialOf(name);
  });
  const wide = initials.some((letter) => letter === null || letter > FULL_WIDTH);
  return (
    <Token number={number}>
      <span class={wide ? css.wide : ''}>{initials.map((letter) => letter ?? <Robot />)}</span>
    </Token>
  );
}

/** A token with the number itself on it. */
export const NumberToken = ({ number }: Pick<TokenProps, 'number'>) => (
  <Token number={number}>
    <span class={number > 99 ? css.wide : ''}>{number}</span>
  </Token>
);

type TokenProps = { readonly number: number; readonly children: ComponentChildren };

/** The shape and colour that go with a number, and what stands on it. */
function Token({ number, children }: TokenProps) {
  const { shape, paint } = lookOf(number);
  return (
    <span class={`${css.emblem} ${css[shape]}`} style={{ '--paint': paint }} aria-hidden="true">
      {children}
    </span>
  );
}

export const Robot = () => (
  <svg class={css.robot} viewBox="0 0 16 16" aria-hidden="true">
    <path d="M7.2 1h1.6v2.2H13a1.5 1.5 0 0 1 1.5 1.5v7.8A1.5 1.5 0 0 1 13 14H3a1.5 1.5 0 0 1-1.5-1.5V4.7A1.5 1.5 0 0 1 3 3.2h4.2zM5.3 6.2a1.4 1.4 0 1 0 .01 0zm5.4 0a1.4 1.4 0 1 0 .01 0zM5 10.6v1.3h6v-1.3z" />
  </svg>
);
