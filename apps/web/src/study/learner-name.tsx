import { useId, useState } from 'preact/hooks';
import { m } from '../messages/study.ts';
import { Button } from '../parts/button.tsx';
import { DeviceCard } from './device-card.tsx';
import css from './fields.module.css';
import { renameLearner } from './study-api.ts';
import { useDoing } from './use-doing.ts';

/** What the learner wants to be called, if he does. */
export function LearnerName({ name }: { readonly name: string | null }) {
  const doing = useDoing();
  const id = useId();
  const [text, setText] = useState(name ?? '');
  return (
    <DeviceCard
      title={m.study_name()}
      text={m.study_name_text()}
      doing={doing}
      done={m.study_saved()}
    >
      <form
        class={css.field}
        onSubmit={(e) => {
          e.preventDefault();
          doing.run(() => renameLearner(text.trim() || null));
        }}
      >
        <label for={id} class="visually-hidden">
          {m.study_name()}
        </label>
        <div>
          <input
            id={id}
            value={text}
            maxLength={40}
            autocomplete="nickname"
            onInput={(e) => setText(e.currentTarget.value)}
          />
          <Button type="submit" disabled={doing.busy}>
            {m.study_save()}
          </Button>
        </div>
      </form>
    </DeviceCard>
  );
}
