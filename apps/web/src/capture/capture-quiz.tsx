import type { Response } from '@ackade/contract';
import { useEffect, useState } from 'preact/hooks';
import { m } from '../messages/judge.ts';
import { Button } from '../parts/button.tsx';
import { QuestionView } from '../study/question-view.tsx';
import css from './capture-quiz.module.css';
import type { Outline, PosedHere } from './judgement.ts';
import type { JudgedCapture } from './judging.ts';
import type { Told } from './quiz.ts';

type Props = {
  readonly capture: JudgedCapture;
  readonly outline: Outline;
  /** To the ladder; `place`: of the segment that decided, null where it is to be as it was. */
  readonly onBack: (place: number | null) => void;
};

type Asked = {
  /** Null: there is nothing more to ask. */
  readonly posed: PosedHere | null;
  readonly given: Response | null;
  readonly told: Told | null;
  /** How many before this one, and how many of all were right. */
  readonly before: number;
  readonly right: number;
};

/** The reader is asked about his own capture. All of it happens here: the answer may be where the capture is. */
export function CaptureQuiz({ capture, outline, onBack }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    let gone = false;
    void capture.ask(outline.id, Date.now() % 2 ** 32).then((posed) => {
      if (!gone) setAsked({ posed, given: null, told: null, before: 0, right: 0 });
    });
    return () => {
      gone = true;
    };
  }, [capture, outline.id]);

  const give = async (given: Response): Promise<void> => {
    if (!asked) return;
    setAsked({ ...asked, given });
    const told = await capture.answer(given);
    setAsked({ ...asked, told, right: asked.right + Number(told?.right) });
  };
  const goOn = async (): Promise<void> => {
    if (!asked) return;
    const posed = await capture.next();
    setAsked({ ...asked, posed, given: null, told: null, before: asked.before + 1 });
  };

  const frame = asked?.told?.frame;
  return (
    <section class={css.quiz} aria-label={m.judge_ask()}>
      <header class={css.head}>
        <Button kind="quiet" onClick={() => onBack(null)}>
          ‹ {m.judge_ask_back()}
        </Button>
        <p role="status">{asked === null ? m.judge_ask_loading() : scoreWords(asked)}</p>
        {frame && (
          <Button kind="quiet" onClick={() => onBack(frame.place)}>
            {m.judge_ask_frame({ frame: frame.number })} ›
          </Button>
        )}
      </header>
      {asked?.posed && (
        <QuestionView
          key={asked.before}
          posed={{ ...asked.posed, position: asked.before }}
          given={asked.given}
          revealed={asked.told && { ...asked.told, position: asked.before }}
          last={false}
          onGive={(given) => void give(given)}
          onNext={() => void goOn()}
        />
      )}
      <p class={css.here}>{m.judge_ask_here()}</p>
    </section>
  );
}

function scoreWords({ posed, told, before, right }: Asked): string {
  const answered = before + (told ? 1 : 0);
  if (answered === 0) return posed ? '' : m.judge_ask_none();
  const score = { right, asked: answered };
  return posed ? m.judge_ask_score(score) : m.judge_ask_over(score);
}
