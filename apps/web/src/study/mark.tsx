import { m } from '../messages/session.ts';
import css from './mark.module.css';

type Props = { readonly right: boolean; readonly mine: boolean };

/** A check or a cross, and what it says. */
export const Mark = ({ right, mine }: Props) => (
  <b class={right ? css.right : css.wrong}>
    <span aria-hidden="true">{right ? '✓' : '✕'}</span>
    {mine ? m.session_yours() : m.session_key()}
    <span class="visually-hidden">: {right ? m.session_right() : m.session_wrong()}</span>
  </b>
);
