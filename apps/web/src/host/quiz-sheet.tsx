import type { AskRequest } from '@ackade/contract';
import { useContext, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { m } from '../messages/host.ts';
import { Button } from '../parts/button.tsx';
import { Choices } from '../parts/choices.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { newId } from '../random.ts';
import { NumberChoice } from './fields.tsx';
import css from './options-sheet.module.css';
import { HostLink } from './order.ts';
import { type QuizSource, QuizSourceFields } from './quiz-source.tsx';

const COUNTS = [1, 3, 5, 10, 15] as const;
/** ms. */
const TIMES = [10_000, 20_000, 30_000, 45_000, 60_000, 90_000, 120_000] as const;
const USUAL = { about: 'mistakes', count: 5, time: 45_000 } as const;

/** What the class is asked before the next round. */
export function QuizSheet({ onClose }: { readonly onClose: () => void }) {
  const link = useContext(HostLink);
  const [request, change] = useState<Omit<AskRequest, 'commandId' | keyof QuizSource>>(USUAL);
  const [source, setSource] = useState<QuizSource>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = async (): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    const whole: AskRequest = { commandId: newId(), ...request, ...source };
    const refused = link ? await link.ask('ask', whole) : 'offline';
    setBusy(false);
    setProblem(refused);
    return refused === null;
  };
  return (
    <Sheet title={m.quiz_ask()} closing={m.control_close()} onClose={onClose}>
      {(close) => (
        <form
          class={css.form}
          onSubmit={(e) => {
            e.preventDefault();
            void ask().then((done) => done && close());
          }}
        >
          <QuizSourceFields
            source={source}
            onChange={(chosen) => {
              setSource(chosen);
              setProblem(null);
            }}
          />
          {(source.set === undefined || source.mix !== 0) && (
            <Choices
              legend={m.quiz_about()}
              name="about"
              value={request.about}
              choices={[
                { value: 'mistakes', title: m.quiz_about_mistakes() },
                { value: 'everything', title: m.quiz_about_everything() },
              ]}
              onChoose={(about) => change({ ...request, about })}
            />
          )}
          <NumberChoice
            label={m.quiz_count()}
            value={request.count}
            offered={COUNTS}
            words={(count) => m.quiz_count_of({ count })}
            onChoose={(count) => change({ ...request, count })}
          />
          <NumberChoice
            label={m.quiz_time()}
            value={request.time}
            offered={TIMES}
            words={(time) => m.quiz_seconds({ seconds: time / 1000 })}
            onChoose={(time) => change({ ...request, time })}
          />
          <p class={css.problem} role="alert">
            {problem && <ProblemText problem={problem} />}
          </p>
          <Button type="submit" kind="primary" disabled={busy} aria-busy={busy}>
            {busy ? m.quiz_drawing() : m.quiz_begin()}
          </Button>
        </form>
      )}
    </Sheet>
  );
}
