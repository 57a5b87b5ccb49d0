import { m } from '../messages/play.ts';
import { useTitle } from '../title.ts';
import css from './loading.module.css';

/** Between knowing which match and knowing what is in it. */
export function Loading() {
  useTitle(m.match_title());
  return (
    <main class={css.loading}>
      <h1 class="visually-hidden">{m.match_title()}</h1>
      <p role="status">{m.match_loading()}</p>
    </main>
  );
}
