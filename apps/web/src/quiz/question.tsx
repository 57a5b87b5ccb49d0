import type { GiveAnswer, QuizQuestion, Response } from '@ackade/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { m } from '../messages/quiz.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Shell } from '../parts/shell.tsx';
import type { RaceLink } from '../race/race-live.ts';
import { AnswerForm } from '../study/answer-form.tsx';
import { Figure } from '../study/figure.tsx';
import { firstDraft } from '../study/form.ts';
import { KnownCard } from '../study/known-card.tsx';
import { promptParts } from '../study/prompt.ts';
import { useKeys } from '../study/use-keys.ts';
import css from './question.module.css';
import { Result } from './result.tsx';
import { revealedIn } from './revealed.ts';
import { useLeft } from './seconds.ts';
import { Tiles } from './tiles.tsx';
import { TimeBar } from './time-bar.tsx';

type Props = {
  readonly on: QuizQuestion;
  /** `performance.now()` at which it came. */
  readonly since: number;
  readonly connected: boolean;
  readonly link: Pick<RaceLink, 'ask'>;
};

/** A question of the host's on a phone: answered with one tap, and told when it is closed. */
export function Question({ on, since, connected, link }: Props) {
  const { posed, own, told, quiz, question } = on;
  const left = useLeft(on.endsIn, since);
  const [sent, setSent] = useState<Response | null>(null);
  const [stored, setStored] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [draft, setDraft] = useState(() => firstDraft(posed));
  const heading = useRef<HTMLHeadingElement>(null);
  const given = own?.given ?? sent;
  const closed = left === null || left === 0;
  const { situation, asked } = promptParts(posed.prompt);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  const send = async (response: Response): Promise<void> => {
    if (given || closed) return;
    setSent(response);
    setProblem(null);
    const answer: GiveAnswer = { to: { quiz, question }, response };
    const refused = await link.ask('answer', answer);
    setProblem(refused);
    if (refused) setSent(null);
    else setStored(true);
  };
  const choose = (choice: number): void => {
    if (posed.form === 'one' && choice < posed.choices.length) void send({ form: 'one', choice });
  };
  useKeys({ choose, step: () => {}, enter: () => draft && void send(draft) });

  return (
    <Shell title={m.quiz_title()}>
      <div class={css.question}>
        <header class={css.head}>
          <p>{m.quiz_question({ number: question + 1, of: on.of })}</p>
          {left !== null && <TimeBar left={left} time={on.time} />}
        </header>
        {told && <Result question={on} told={told} />}
        <div class={css.asked}>
          {(situation || posed.kind === 'statement') && <p>{situation || m.quiz_statement()}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {asked}
          </h1>
        </div>
        {posed.form === 'one' ? (
          <Tiles question={on} given={given} closed={closed} onChoose={choose} />
        ) : (
          <form
            class={css.form}
            onSubmit={(e) => {
              e.preventDefault();
              if (draft) void send(draft);
            }}
          >
            <AnswerForm
              posed={posed}
              draft={given ?? draft}
              onDraft={setDraft}
              busy={given !== null || closed}
              revealed={revealedIn(on)}
            />
            {!given && !closed && (
              <Button type="submit" kind="primary" disabled={draft === null}>
                {m.quiz_send()}
              </Button>
            )}
          </form>
        )}
        {/* The wall has it too; what is to be tapped comes first. */}
        {posed.figure.length > 0 && (
          <div class={css.figure}>
            <Figure posed={posed} current={told?.row ?? null} told={told !== null} />
            {posed.known && <KnownCard known={posed.known} />}
          </div>
        )}
        <p class={css.status} role="status">
          {!told &&
            (!connected
              ? m.quiz_reconnecting()
              : given
                ? stored || own?.given
                  ? `✓ ${m.quiz_sent()}`
                  : m.quiz_sending()
                : closed
                  ? m.quiz_time_up()
                  : posed.form === 'one' && m.quiz_choose())}
        </p>
        <p class={css.problem} role="alert">
          {problem && !closed && <ProblemText problem={problem} />}
        </p>
      </div>
    </Shell>
  );
}
