import type { StudyState } from '@ackade/contract';
import { m } from '../messages/study.ts';
import { ProblemText } from '../parts/problem-text.tsx';
import { Shell } from '../parts/shell.tsx';
import { DailyThree } from './daily-three.tsx';
import { NextCard } from './next-card.tsx';
import { Notice } from './notice.tsx';
import { SkillMap } from './skill-map.tsx';
import { StreakCard } from './streak-card.tsx';
import css from './study-home.module.css';
import { useStudyState } from './use-study-state.ts';

/** `/study`: what a learner comes back to: what to do now, and what he knows. */
export function StudyHome() {
  const { state, problem, waiting, look } = useStudyState();
  return (
    <Shell title={m.study_title()} here="study">
      <Notice text={waiting ? m.study_away() : ''} />
      {problem && (
        <p role="alert">
          <ProblemText problem={problem} />
        </p>
      )}
      {!state && !problem && !waiting && <p role="status">{m.study_loading()}</p>}
      {state && (
        <div class={css.home}>
          <div class={css.now}>
            <NextCard state={state} onChange={() => void look()} />
            <StreakCard streak={state.streak} />
            <DailyThree daily={state.daily} />
            <p class={css.all}>
              <a href="/practice">{m.study_practice()}</a>
            </p>
            <Recent session={state.session} />
          </div>
          <SkillMap state={state} onChange={() => void look()} />
          <p class={css.foot}>
            <a href="/study/devices">{m.study_devices()}</a>
          </p>
        </div>
      )}
    </Shell>
  );
}

const Recent = ({ session }: Pick<StudyState, 'session'>) =>
  session?.over && session.answered > 0 ? (
    <section>
      <h2>{m.study_recent()}</h2>
      <p class={css.recent}>
        {m.study_recent_over({ answered: session.answered })}{' '}
        <a href="/study/session">{m.study_recent_link()}</a>
      </p>
    </section>
  ) : null;
