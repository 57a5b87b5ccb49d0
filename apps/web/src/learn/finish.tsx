import { m } from '../messages/learn.ts';
import { stepTitle } from '../messages/lesson.ts';
import { LinkButton } from '../parts/button.tsx';
import css from './finish.module.css';
import { STEPS } from './steps.ts';

type Props = { readonly learned: ReadonlySet<string> };

/** The end of the lesson: what comes after it, or what of it is still missing. */
export function Finish({ learned }: Props) {
  const [next, ...others] = STEPS.filter(({ id }) => !learned.has(id));
  return (
    <div class={css.finish}>
      {next ? (
        <>
          <h1>{m.learn_end_almost()}</h1>
          <p>{m.learn_end_left({ count: others.length + 1, title: stepTitle(next.id) })}</p>
        </>
      ) : (
        <>
          <p class={css.emblem} aria-hidden="true">
            ✓
          </p>
          <h1>{m.learn_end_title()}</h1>
          <p>{m.learn_end_text()}</p>
        </>
      )}
      <p class={css.ways}>
        {next && (
          <LinkButton kind="primary" href={`/learn/${next.id}`}>
            {m.learn_continue()}
          </LinkButton>
        )}
        <LinkButton kind={next ? 'plain' : 'primary'} href="/study">
          {m.learn_study()}
        </LinkButton>
        <LinkButton href="/practice">{m.learn_practice()}</LinkButton>
        <LinkButton href="/new/friend">{m.learn_race()}</LinkButton>
      </p>
      <p>
        <a href="/learn/summary">{m.learn_summary()}</a>
      </p>
    </div>
  );
}
