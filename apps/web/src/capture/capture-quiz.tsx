import type { Question, Response } from '@ackade/game';
import { pose, reveal } from '@ackade/phrasing';
import { useEffect, useState } from 'preact/hooks';
import { m } from '../messages/judge.ts';
import { Button } from '../parts/button.tsx';
import { QuestionView } from '../study/question-view.tsx';
import css from './capture-quiz.module.css';
import type { Outline } from './judgement.ts';
import type { JudgedCapture } from './judging.ts';
import { type Quiz, quizOn } from './quiz.ts';

type Props = {
  readonly capture: JudgedCapture;
  readonly outline: Outline;
  /** To the ladder; `place`: of the segment that decided, null where it is to be as it was. */
  readonly onBack: (place: number | null) => void;
};

type Asked = {
  readonly quiz: Quiz;
  /** So many have been answered, and so many of them right. */
  readonly answered: number;
  readonly right: number;
  readonly question: Question | null;
  readonly response: Response | null;
};

/** The reader is asked about his own capture. All of it happens here: the answer may be where the capture is. */
export function CaptureQuiz({ capture, outline, onBack }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    let gone = false;
    void quizOn(capture, outline.id, Date.now() % 2 ** 32).then((quiz) => {
      const question = quiz.next();
      if (!gone) setAsked({ quiz, answered: 0, right: 0, question, response: null });
    });
    return () => {
      gone = true;
    };
  }, [capture, outline.id]);

  return (
    <section class={css.quiz} aria-label={m.judge_ask()}>
      <header class={css.head}>
        <Button kind="quiet" onClick={() => onBack(null)}>
          ‹ {m.judge_ask_back()}
        </Button>
        <p role="status">{asked === null ? m.judge_ask_loading() : scoreWords(asked)}</p>
      </header>
      {asked?.question && <QuestionAsked {...asked} onAsked={setAsked} onBack={onBack} />}
      <p class={css.here}>{m.judge_ask_here()}</p>
    </section>
  );
}

function scoreWords({ answered, right, question }: Asked): string {
  if (answered === 0) return question ? '' : m.judge_ask_none();
  const score = { right, asked: answered };
  return question ? m.judge_ask_score(score) : m.judge_ask_over(score);
}

type QuestionAskedProps = Asked & {
  readonly onAsked: (asked: Asked) => void;
  readonly onBack: Props['onBack'];
};

function QuestionAsked({ onAsked, onBack, ...asked }: QuestionAskedProps) {
  const { quiz, question, response, answered, right } = asked;
  if (!question) return null;
  const posed = { ...pose(question, quiz.words), position: answered };
  const revealed = response && {
    ...reveal(question, response, quiz.words),
    position: answered,
  };
  const frame = revealed && question.row !== null ? question.frames?.[question.row] : undefined;
  return (
    <>
      <QuestionView
        key={question.id}
        posed={posed}
        given={null}
        revealed={revealed}
        last={false}
        onGive={(given) => {
          const counts = Number(reveal(question, given, quiz.words).right);
          onAsked({ ...asked, response: given, answered: answered + 1, right: right + counts });
        }}
        onNext={() => onAsked({ ...asked, question: quiz.next(), response: null })}
      />
      {frame !== undefined && (
        <p>
          <Button kind="quiet" onClick={() => onBack(quiz.placeOf(frame))}>
            {m.judge_ask_frame({ frame })}
          </Button>
        </p>
      )}
    </>
  );
}
