import type { ComponentProps } from 'preact';
import css from './button.module.css';

type Kind = { readonly kind?: 'primary' | 'plain' | 'quiet' };

export const Button = ({
  kind = 'plain',
  type = 'button',
  ...props
}: ComponentProps<'button'> & Kind) => (
  <button {...props} type={type} class={`${css.button} ${css[kind]}`} />
);

/** A link that looks like a button, for going somewhere. */
export const LinkButton = ({ kind = 'plain', children, ...props }: ComponentProps<'a'> & Kind) => (
  <a {...props} class={`${css.button} ${css[kind]}`}>
    {children}
  </a>
);
