import { useState } from 'preact/hooks';
import { lazy, useRoute } from 'preact-iso';
import { m } from '../messages/sets.ts';
import { LinkButton } from '../parts/button.tsx';
import { Shell } from '../parts/shell.tsx';
import { ownSets } from '../sets/own-sets.ts';
import css from './sets.module.css';

const NewSetPage = lazy(() => import('./set.tsx').then((page) => page.NewSetPage));
const SetPage = lazy(() => import('./set.tsx').then((page) => page.SetPage));

/** `/sets` and `/sets/:code`: one page for both, since each costs the players' phones a little. */
export function SetsPage() {
  const { code } = useRoute().params;
  if (code === undefined || code === '') return <SetList />;
  const upper = code.toUpperCase();
  return upper === NEW ? <NewSetPage /> : <SetPage key={upper} code={upper} />;
}

const NEW = 'NEW';

/** `/sets`: the question sets that this browser may change. */
function SetList() {
  const [sets] = useState(ownSets);
  return (
    <Shell title={m.sets_title()}>
      <div class={css.page}>
        <h1>{m.sets_title()}</h1>
        <p class={css.lead}>{m.sets_lead()}</p>
        <p>
          <LinkButton kind="primary" href="/sets/new">
            + {m.sets_new()}
          </LinkButton>
        </p>
        {sets.length === 0 ? (
          <p class={css.none}>{m.sets_none()}</p>
        ) : (
          <section aria-labelledby="here">
            <h2 id="here">{m.sets_here()}</h2>
            <ul class={css.list}>
              {sets.map(({ code, title }) => (
                <li key={code}>
                  <a href={`/sets/${code}`}>
                    <strong>{title}</strong>
                    <code>{code}</code>
                  </a>
                </li>
              ))}
            </ul>
            <p class={css.note}>{m.sets_here_note()}</p>
          </section>
        )}
      </div>
    </Shell>
  );
}
