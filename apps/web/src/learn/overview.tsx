import { m } from '../messages/learn.ts';
import { stepTitle } from '../messages/lesson.ts';
import { LinkButton } from '../parts/button.tsx';
import css from './overview.module.css';
import { PARTS, type PartId, STEPS } from './steps.ts';

type Props = { readonly learned: ReadonlySet<string> };

const PART_WORDS: Readonly<Record<PartId, () => string>> = {
  greeting: m.learn_part_greeting,
  farewell: m.learn_part_farewell,
  truth: m.learn_part_truth,
};

/** The steps of the lesson, and the way to the first that is not done. */
export function Overview({ learned }: Props) {
  const next = STEPS.find(({ id }) => !learned.has(id));
  const begun = STEPS.some(({ id }) => learned.has(id));
  return (
    <div class={css.overview}>
      <div class={css.words}>
        <h1>{m.learn_headline()}</h1>
        <p>{m.learn_lead()}</p>
        <p class={css.ways}>
          <LinkButton kind="primary" href={`/learn/${next?.id ?? 'end'}`}>
            {begun ? m.learn_continue() : m.learn_begin()}
            {next && <span>{stepTitle(next.id)}</span>}
          </LinkButton>
          <a href="/learn/summary">{m.learn_summary()}</a>
        </p>
      </div>
      <nav aria-label={m.learn_steps()}>
        {PARTS.map((part) => (
          <section key={part.id}>
            <h2>{PART_WORDS[part.id]()}</h2>
            <ol>
              {part.steps.map(({ id }) => (
                <li key={id}>
                  <a href={`/learn/${id}`} data-done={learned.has(id)}>
                    <span aria-hidden="true">
                      {learned.has(id) ? '✓' : STEPS.findIndex((s) => s.id === id) + 1}
                    </span>
                    {stepTitle(id)}
                    {learned.has(id) && <span class="visually-hidden"> ({m.learn_done()})</span>}
                  </a>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </nav>
    </div>
  );
}
