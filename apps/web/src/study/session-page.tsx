import type { Posed } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { m } from '../messages/session.ts';
import { LinkButton } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Shell } from '../parts/shell.tsx';
import { skillName } from '../words/skill.ts';
import { clockOn, switchClock } from './kept.ts';
import { Notice } from './notice.tsx';
import { QuestionView } from './question-view.tsx';
import { SessionBar } from './session-bar.tsx';
import css from './session-page.module.css';
import { type Session, useAsking } from './use-asking.ts';

const Over = lazy(() => import('./over.tsx').then((part) => part.Over));

/** `/study/session`: a question at a time, and its result. */
export function SessionPage() {
  const session = useAsking();
  const { asking, waiting } = session;
  return (
    <Shell title={m.session_title()}>
      <Notice text={noticeWords(session)} />
      {asking.stage === 'loading' && !waiting && <p role="status">{m.session_loading()}</p>}
      {asking.stage === 'refused' && (
        <div class={css.none}>
          <h1>{m.session_none()}</h1>
          <p>
            {['unknown-learner', 'not-now'].includes(asking.problem) ? (
              m.session_none_text()
            ) : (
              <ProblemText problem={asking.problem} />
            )}
          </p>
          <p>
            <LinkButton kind="primary" href="/study">
              {m.session_to_study()}
            </LinkButton>
          </p>
        </div>
      )}
      {(asking.stage === 'asked' || asking.stage === 'given' || asking.stage === 'told') && (
        <Asked
          key={`${asking.session.id} ${asking.posed.position}`}
          session={session}
          asking={asking}
        />
      )}
      {asking.stage === 'over' && (
        <Over key={asking.session.id} session={asking.session} onAgain={session.enter} />
      )}
    </Shell>
  );
}

type AskedProps = {
  readonly session: Session;
  readonly asking: Extract<Session['asking'], { posed: Posed }>;
};

function Asked({ session, asking }: AskedProps) {
  const [clock, setClock] = useState(clockOn);
  const [began, setBegan] = useState(() => performance.now());
  const [took, setTook] = useState<number | null>(null);
  const { posed } = asking;
  const open = asking.stage === 'asked';
  return (
    <>
      <SessionBar
        session={asking.session}
        position={posed.position}
        about={posed.skill ? skillName(posed.skill) : m.session_own()}
        clock={{
          on: clock,
          onSwitch(on) {
            switchClock(on);
            setClock(on);
            setBegan(performance.now());
          },
          since: open ? began : null,
          took,
        }}
      />
      <QuestionView
        posed={posed}
        given={asking.stage === 'given' ? asking.response : null}
        revealed={asking.stage === 'told' ? asking.revealed : null}
        last={asking.stage === 'told' && asking.session.next === null}
        onGive={(response) => {
          const ms = Math.min(LONGEST, Math.round(performance.now() - began));
          setTook(ms);
          session.give(response, clock ? ms : null);
        }}
        onNext={session.next}
      />
    </>
  );
}

/** The longest time that the server takes, ms. */
const LONGEST = 3_600_000;

function noticeWords({ asking, waiting, moved }: Session): string {
  if (waiting) return asking.stage === 'given' ? m.session_kept() : m.session_away();
  return moved ? m.session_moved() : '';
}
