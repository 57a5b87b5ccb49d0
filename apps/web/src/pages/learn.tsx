import { lazy, useRoute } from 'preact-iso';
import { Lesson } from '../learn/lesson.tsx';
import { useLearned } from '../learn/progress.ts';
import type { Step } from '../learn/step.ts';
import { stepById } from '../learn/steps.ts';
import { useStepWords } from '../learn/words.ts';
import { m } from '../messages/learn.ts';
import { stepTitle } from '../messages/lesson.ts';
import { Shell } from '../parts/shell.tsx';

const Overview = lazy(() => import('../learn/overview.tsx').then((part) => part.Overview));
const Finish = lazy(() => import('../learn/finish.tsx').then((part) => part.Finish));
const Summary = lazy(() => import('../learn/summary.tsx').then((part) => part.Summary));
const NotFound = lazy(() => import('./not-found.tsx').then((page) => page.NotFound));

/** `/learn`, `/learn/:step`, `/learn/end` and `/learn/summary`: the lesson. */
export function LearnPage() {
  const { step: id } = useRoute().params;
  const [learned, learn] = useLearned();
  const step = id ? stepById(id) : undefined;
  if (step) return <StepPage key={step.id} step={step} learned={learned} onLearn={learn} />;
  if (id === 'summary') return <Summary />;
  if (id && id !== 'end') return <NotFound />;
  return (
    <Shell key={id} title={m.learn_title()} here="learn">
      {id ? <Finish learned={learned} /> : <Overview learned={learned} />}
    </Shell>
  );
}

type Props = {
  readonly step: Step;
  readonly learned: ReadonlySet<string>;
  readonly onLearn: (step: string) => void;
};

function StepPage({ step, learned, onLearn }: Props) {
  const words = useStepWords(step.id);
  return (
    <Shell title={stepTitle(step.id)}>
      {words === 'gone' ? (
        <p role="alert">{m.learn_gone()}</p>
      ) : words ? (
        <Lesson step={step} words={words} learned={learned} onDone={() => onLearn(step.id)} />
      ) : (
        <p role="status">{m.learn_loading()}</p>
      )}
    </Shell>
  );
}
