import type { StudySession } from '@ackade/contract';
import { m } from '../messages/session.ts';
import { Clock } from './clock.tsx';
import { Progress } from './progress.tsx';
import css from './session-bar.module.css';

type Props = {
  readonly session: StudySession;
  readonly position: number;
  readonly about: string;
  readonly clock: Parameters<typeof Clock>[0];
};

/** Above every question: how far one is, and the way out, which loses nothing. */
export const SessionBar = ({ session, position, about, clock }: Props) => (
  <div class={css.bar}>
    <a class={css.pause} href="/study" title={m.session_pause()}>
      <span class="visually-hidden">{m.session_pause()}</span>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M5 3v10M11 3v10" />
      </svg>
    </a>
    <Progress session={session} position={position} />
    <span class={css.place} aria-hidden="true">
      {position + 1}/{session.count}
    </span>
    <span class={css.about}>{about}</span>
    <Clock {...clock} />
  </div>
);
