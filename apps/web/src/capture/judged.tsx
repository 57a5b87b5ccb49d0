import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { m } from '../messages/judge.ts';
import { Button } from '../parts/button.tsx';
import { CaptureLadder } from './capture-ladder.tsx';
import { ConversationList } from './conversation-list.tsx';
import css from './judged.module.css';
import type { JudgedCapture } from './judging.ts';
import { skippedWords, totalWords, violationsIn, violationWords } from './summary-words.ts';
import { VerdictMark, verdictClass } from './verdict-mark.tsx';

const CaptureQuiz = lazy(() => import('./capture-quiz.tsx').then((part) => part.CaptureQuiz));

type Props = {
  readonly name: string;
  readonly capture: JudgedCapture;
  readonly onClose: () => void;
};

/** All conversations of a capture, those with violations first, and the ladder of the chosen one. */
export function Judged({ name, capture, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const conversations = useMemo(
    () =>
      capture.conversations.toSorted((a, b) => Math.sign(b.violations) - Math.sign(a.violations)),
    [capture],
  );
  const [chosen, setChosen] = useState(conversations[0]);
  const [asking, setAsking] = useState(false);
  /** The segment that a question has led to. */
  const [led, setLed] = useState<number | null>(null);
  // What had the focus is gone.
  useEffect(() => heading.current?.focus(), []);

  return (
    <div class={css.page}>
      <header class={css.header}>
        <h1 ref={heading} tabIndex={-1}>
          {name}
        </h1>
        <Button onClick={onClose}>{m.judge_another()}</Button>
        <Summary capture={capture} />
      </header>
      <div class={css.parts}>
        <ConversationList
          conversations={conversations}
          chosen={chosen}
          onChoose={(outline) => {
            setChosen(outline);
            setLed(null);
          }}
        />
        {chosen && !asking && (
          <CaptureLadder
            key={chosen.id}
            capture={capture}
            outline={chosen}
            at={led}
            onAsk={() => setAsking(true)}
          />
        )}
        {chosen && asking && (
          <CaptureQuiz
            key={chosen.id}
            capture={capture}
            outline={chosen}
            onBack={(index) => {
              setLed(index);
              setAsking(false);
            }}
          />
        )}
      </div>
    </div>
  );
}

/** What came of it all. */
const Summary = ({ capture }: { readonly capture: JudgedCapture }) => {
  const violations = violationsIn(capture.conversations);
  const verdict = violations > 0 ? 'violation' : 'ok';
  const skipped = skippedWords(capture.skipped);
  return (
    <div class={css.summary}>
      <p>
        <strong class={verdictClass(verdict)}>
          <VerdictMark verdict={verdict} /> {violationWords(violations)}
        </strong>
        {' · '}
        {totalWords(capture.conversations)}
      </p>
      {skipped && <p class={css.note}>{skipped}</p>}
      {capture.broken && <p class={css.note}>{m.judge_broken()}</p>}
    </div>
  );
};
