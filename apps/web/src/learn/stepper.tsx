import { m } from '../messages/learn.ts';
import { stepTitle } from '../messages/lesson.ts';
import css from './stepper.module.css';
import { STEPS } from './steps.ts';

type Props = { readonly current: string; readonly learned: ReadonlySet<string> };

/** All steps in a row, those that are done ticked off. */
export const Stepper = ({ current, learned }: Props) => (
  <nav class={css.stepper} aria-label={m.learn_steps()}>
    <a href="/learn" title={m.learn_title()}>
      <span aria-hidden="true">☰</span>
      <i class="visually-hidden">{m.learn_title()}</i>
    </a>
    <ol>
      {STEPS.map(({ id }, i) => {
        const title = stepTitle(id);
        const name = m.learn_step({ step: i + 1, of: STEPS.length, title });
        const done = learned.has(id);
        return (
          <li key={id}>
            <a
              href={`/learn/${id}`}
              title={title}
              aria-current={id === current ? 'step' : undefined}
              data-done={done}
            >
              <span aria-hidden="true">{done ? '✓' : i + 1}</span>
              <i class="visually-hidden">{done ? `${name} (${m.learn_done()})` : name}</i>
            </a>
          </li>
        );
      })}
    </ol>
  </nav>
);
