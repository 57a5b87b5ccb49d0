import css from './notice.module.css';

/** A word in passing, where nothing has to be done. */
export const Notice = ({ text }: { readonly text: string }) => (
  <p class={css.notice} role="status">
    {text}
  </p>
);
