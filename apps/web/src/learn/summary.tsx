import { Ladder } from '../ladder/ladder.tsx';
import { m } from '../messages/summary.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Shell } from '../parts/shell.tsx';
import { openScene, pictureOf } from './scene.ts';
import type { Step } from './step.ts';
import { stepById } from './steps.ts';
import css from './summary.module.css';
import { NAMES, useStepWords } from './words.ts';

const TRUTHS = [
  m.summary_numbers,
  m.summary_fin,
  m.summary_merged,
  m.summary_half,
  m.summary_either,
  m.summary_loss,
];

/** `/learn/summary`: the greeting and the farewell on one page, for paper. */
export const Summary = () => (
  <Shell title={m.summary_title()} here="learn">
    <div class={css.page}>
      <p class={css.ways}>
        <Button kind="primary" onClick={() => print()}>
          {m.summary_print()}
        </Button>
        <LinkButton href="/learn">{m.summary_lesson()}</LinkButton>
      </p>
      <article class={css.sheet}>
        <h1>{m.summary_headline()}</h1>
        <Part step="handshake" told="greeting" title={m.summary_handshake()} />
        <Part step="close" told="farewell" title={m.summary_close()} />
        <section>
          <h2>{m.summary_truth()}</h2>
          <ul>
            {TRUTHS.map((truth) => (
              <li key={truth()}>{truth()}</li>
            ))}
          </ul>
        </section>
        <footer>{m.summary_source()}</footer>
      </article>
    </div>
  </Shell>
);

type Props = {
  /** The step whose segments are shown, with numbers. */
  readonly step: string;
  /** The step that tells the same as a talk. */
  readonly told: string;
  readonly title: string;
};

function Part({ step: id, told, title }: Props) {
  const words = useStepWords(told);
  const step = stepById(id);
  if (!step) return null;
  const { rows, states } = pictureOf(whole({ ...step, level: 'numbers' }));
  const talk = words && words !== 'gone' ? words.beats.map(({ says }) => `“${says}”`) : [];
  return (
    <section>
      <h2>{title}</h2>
      <p class={css.talk}>{talk.join(' ') || '\u00a0'}</p>
      <div class={css.picture}>
        <Ladder
          rows={rows}
          you={null}
          level="numbers"
          turns={[]}
          names={NAMES}
          compact={true}
          states={states}
        />
      </div>
    </section>
  );
}

const whole = (step: Step) => openScene(step, step.beats.length);
