import type { StaffSessions } from '@ackade/contract';
import { useRef } from 'preact/hooks';
import { m } from '../messages/staff.ts';
import { Button } from '../parts/button.tsx';
import { useDoing } from '../study/use-doing.ts';
import { Panel } from './panel.tsx';
import rows from './rows.module.css';
import { endSession } from './staff-api.ts';
import type { Fetched } from './use-fetched.ts';
import { deviceWords, minuteWords } from './words.ts';

type Props = { readonly sessions: Fetched<StaffSessions> };

/** Every browser that has signed in, to be signed out from here. */
export function SessionsPanel({ sessions: { value, problem, look } }: Props) {
  const doing = useDoing();
  const heading = useRef<HTMLHeadingElement>(null);
  const end = (id: string): void =>
    doing.run(
      () => endSession(id),
      () => {
        look();
        heading.current?.focus();
      },
    );
  return (
    <Panel
      title={m.staff_sessions()}
      text={m.staff_sessions_text()}
      heading={heading}
      problem={doing.problem ?? problem}
      done={doing.done ? m.staff_session_ended() : ''}
    >
      <ul class={rows.rows}>
        {value?.sessions.map(({ id, current, device, since, seen }) => (
          <li key={id}>
            <div>
              <b>{deviceWords(device)}</b>
              {current && <span class={rows.own}>{m.staff_session_here()}</span>}
              <small>
                {m.staff_session_times({ since: minuteWords(since), seen: minuteWords(seen) })}
              </small>
            </div>
            {!current && (
              <div class={rows.doing}>
                <Button kind="quiet" disabled={doing.busy} onClick={() => end(id)}>
                  {m.staff_session_end()}
                  <span class="visually-hidden">: {deviceWords(device)}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
