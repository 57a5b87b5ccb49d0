import { useId, useState } from 'preact/hooks';
import { m } from '../messages/study.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { beginAnew } from './begin-anew.ts';
import { DeviceCard } from './device-card.tsx';
import css from './erase.module.css';
import { eraseAll } from './study-api.ts';
import { useDoing } from './use-doing.ts';

/** Deletes all that is kept, once it has been said what that is. */
export function Erase() {
  const doing = useDoing();
  const [asking, setAsking] = useState(false);
  return (
    <DeviceCard
      title={m.study_erase()}
      text={m.study_erase_text()}
      doing={{ ...doing, problem: null }}
      done={m.study_erased()}
    >
      <p>
        <Button onClick={() => setAsking(true)}>{m.study_erase_do()}</Button>
      </p>
      {asking && (
        <Sheet title={m.study_erase()} closing={m.study_close()} onClose={() => setAsking(false)}>
          {(close) => (
            <>
              <Sure busy={doing.busy} onSure={() => doing.run(eraseAll, beginAnew)} />
              <p role="alert" class={css.problem}>
                {doing.problem && <ProblemText problem={doing.problem} />}
              </p>
              <Button kind="quiet" onClick={close}>
                {m.study_keep()}
              </Button>
            </>
          )}
        </Sheet>
      )}
    </DeviceCard>
  );
}

function Sure({ busy, onSure }: { readonly busy: boolean; readonly onSure: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const word = m.study_erase_word();
  return (
    <form
      class={css.sure}
      onSubmit={(e) => {
        e.preventDefault();
        onSure();
      }}
    >
      <p>{m.study_erase_asks()}</p>
      <ul>
        <li>{m.study_erase_knows()}</li>
        <li>{m.study_erase_answers()}</li>
        <li>{m.study_erase_matches()}</li>
        <li>{m.study_erase_devices()}</li>
      </ul>
      <label for={id}>{m.study_erase_type({ word })}</label>
      <input
        id={id}
        value={typed}
        autocomplete="off"
        autocapitalize="off"
        onInput={(e) => setTyped(e.currentTarget.value)}
      />
      <button type="submit" disabled={busy || typed.trim().toLowerCase() !== word}>
        {m.study_erase_sure()}
      </button>
    </form>
  );
}
