import { useId, useState } from 'preact/hooks';
import { m } from '../messages/study.ts';
import { Button } from '../parts/button.tsx';
import { DeviceCard } from './device-card.tsx';
import css from './fields.module.css';
import { joinDevice } from './study-api.ts';
import { useDoing } from './use-doing.ts';

/** Takes this device to the learner whose code is typed, or came with the link. */
export function JoinHere({ onJoined }: { readonly onJoined: () => void }) {
  const doing = useDoing();
  const id = useId();
  const [code, setCode] = useState(() => location.hash.slice(1));
  const plain = code.replace(/[\s-]/g, '').toUpperCase();
  return (
    <DeviceCard
      title={m.study_join()}
      text={m.study_join_text()}
      doing={doing}
      done={m.study_joined()}
    >
      <form
        class={css.field}
        onSubmit={(e) => {
          e.preventDefault();
          doing.run(
            () => joinDevice(plain),
            () => {
              setCode('');
              history.replaceState(null, '', location.pathname);
              onJoined();
            },
          );
        }}
      >
        <label for={id}>{m.study_code()}</label>
        <div>
          <input
            id={id}
            class={css.code}
            value={code}
            maxLength={16}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            onInput={(e) => setCode(e.currentTarget.value.toUpperCase())}
          />
          <Button type="submit" kind={plain ? 'primary' : 'plain'} disabled={doing.busy || !plain}>
            {m.study_join_do()}
          </Button>
        </div>
      </form>
    </DeviceCard>
  );
}
