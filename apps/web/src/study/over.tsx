import type { SessionReview, StudySession, StudyState } from '@ackade/contract';
import type { Skill } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { m } from '../messages/session.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { dayWords } from '../words/day.ts';
import { skillName } from '../words/skill.ts';
import { type Beginning, begin, beginning } from './begin.ts';
import { lastSkills } from './kept.ts';
import { LevelMark } from './level-mark.tsx';
import css from './over.module.css';
import { pause, persist } from './persist.ts';
import { ReviewList } from './review-list.tsx';
import { sessionReview, studyState } from './study-api.ts';
import { tallied } from './tally.ts';

type Props = { readonly session: StudySession; readonly onAgain: () => void };

type Result = { readonly questions: SessionReview['questions']; readonly state: StudyState };

/** How a session went: what was weak, what was wrong, and when it comes back. */
export function Over({ session, onAgain }: Props) {
  const { answers, count } = session;
  const [result, setResult] = useState<Result | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    let gone = false;
    const patience = { waiting: () => {}, pause, gone: () => gone };
    void Promise.all([persist(sessionReview, patience), persist(studyState, patience)]).then(
      ([review, state]) => {
        if (review?.ok && state?.ok)
          setResult({ questions: review.value.questions, state: state.value });
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  const right = answers.filter(Boolean).length;
  const wrong = result?.questions.filter(({ revealed }) => !revealed.right) ?? [];
  const flawless = right === count;
  return (
    <div class={css.over}>
      <header class={css.head} data-flawless={flawless}>
        <Dial right={right} count={count} />
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {flawless ? m.session_over_all({ count }) : m.session_over({ right, count })}
          </h1>
          <p>
            {answers.length < count
              ? m.session_over_left({ answered: answers.length, count })
              : 4 * right >= 3 * count
                ? m.session_over_good()
                : m.session_over_try()}
          </p>
        </div>
        <Again count={count} onAgain={onAgain} />
      </header>
      {result && <Skills result={result} />}
      {result && (
        <section>
          <h2>{m.session_wrong_ones()}</h2>
          {wrong.length === 0 ? <p>{m.session_wrong_none()}</p> : <ReviewList questions={wrong} />}
        </section>
      )}
      {!result && <p role="status">{m.session_loading()}</p>}
    </div>
  );
}

function Again({ count, onAgain }: { readonly count: number; readonly onAgain: () => void }) {
  const [next] = useState<Beginning>(() => beginning(count, lastSkills()));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const again = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const reply = await begin(next, null);
    setBusy(false);
    if (reply.ok) onAgain();
    else setProblem(reply.problem);
  };
  return (
    <p class={css.again}>
      <Button kind="primary" disabled={busy} onClick={() => void again()}>
        {m.session_again()}
      </Button>
      <LinkButton href="/study">{m.session_home()}</LinkButton>
      <span class={css.problem} role="alert">
        {problem && <ProblemText problem={problem} />}
      </span>
    </p>
  );
}

function Skills({ result: { questions, state } }: { readonly result: Result }) {
  const tally = tallied(questions);
  if (tally.length === 0) return null;
  return (
    <section>
      <h2>{m.session_skills()}</h2>
      <ul class={css.skills}>
        {tally.map(({ skill, right, of }) => {
          const known = state.skills.find((s) => s.skill === skill);
          return (
            <li key={skill}>
              {known && <LevelMark level={known.level} />}
              <span>
                {skillName(skill)}
                <small>{known && returnWords(known)}</small>
              </span>
              <b data-weak={right < of}>{m.session_skill_score({ right, of })}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type SkillState = StudyState['skills'][number] & { readonly skill: Skill };

function returnWords({ due, nextDueAt }: SkillState): string {
  if (due > 0) return m.session_back_now();
  return nextDueAt === null ? '' : m.session_back({ when: dayWords(nextDueAt, Date.now()) });
}

const TURN = 2 * Math.PI * 40;

/** How much was right, as a ring; the heading says it in words. */
const Dial = ({ right, count }: { readonly right: number; readonly count: number }) => (
  <svg class={css.dial} viewBox="0 0 100 100" aria-hidden="true">
    <circle cx="50" cy="50" r="40" />
    <circle cx="50" cy="50" r="40" stroke-dasharray={`${(TURN * right) / count} ${TURN}`} />
    <text x="50" y="50" dy="0.35em">
      {right}/{count}
    </text>
  </svg>
);
