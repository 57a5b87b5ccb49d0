import { m } from '../messages/pages.ts';
import { LinkButton } from '../parts/button.tsx';
import { Shell } from '../parts/shell.tsx';
import css from './not-found.module.css';

export const NotFound = () => (
  <Shell title={m.part_not_found_title()}>
    <div class={css.page}>
      <h1>{m.part_not_found_title()}</h1>
      <p>{m.part_not_found_text()}</p>
      <p>
        <LinkButton kind="primary" href="/">
          {m.part_home()}
        </LinkButton>
      </p>
    </div>
  </Shell>
);
