import { m } from '../messages/study.ts';
import { ProblemText } from '../parts/problem-text.tsx';
import { Shell } from '../parts/shell.tsx';
import { AddDevice } from './add-device.tsx';
import css from './devices.module.css';
import { Erase } from './erase.tsx';
import { Forget } from './forget.tsx';
import { JoinHere } from './join-here.tsx';
import { LearnerName } from './learner-name.tsx';
import { Notice } from './notice.tsx';
import { TakeAway } from './take-away.tsx';
import { useStudyState } from './use-study-state.ts';

/** `/study/devices`: what is kept of a learner, and where it can be reached from: all of it is his. */
export function Devices() {
  const { state, problem, waiting, look } = useStudyState();
  const again = (): void => void look();
  return (
    <Shell title={m.study_devices()} here="study">
      <div class={css.page}>
        <Notice text={waiting ? m.study_away() : ''} />
        <p>
          <a href="/study">← {m.study_back()}</a>
        </p>
        <h1>{m.study_devices()}</h1>
        {problem && (
          <p role="alert">
            <ProblemText problem={problem} />
          </p>
        )}
        {!state && !problem && !waiting && <p role="status">{m.study_loading()}</p>}
        {state && (
          <>
            <p class={css.lead}>{devicesWords(state.devices)}</p>
            <div class={css.cards}>
              <AddDevice />
              <JoinHere onJoined={again} />
              <LearnerName name={state.name} />
              {state.devices > 0 && <TakeAway />}
              {state.devices > 1 && <Forget />}
              {state.devices > 0 && <Erase />}
            </div>
          </>
        )}
      </div>
    </Shell>
  );
}

function devicesWords(count: number): string {
  if (count === 0) return m.study_devices_none();
  return count === 1 ? m.study_devices_one() : m.study_devices_count({ count });
}
