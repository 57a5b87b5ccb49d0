import { m } from '../messages/study.ts';
import { Button } from '../parts/button.tsx';
import { beginAnew } from './begin-anew.ts';
import { DeviceCard } from './device-card.tsx';
import { forgetDevice } from './study-api.ts';
import { useDoing } from './use-doing.ts';

/** For a computer that is not one's own. */
export function Forget() {
  const doing = useDoing();
  return (
    <DeviceCard
      title={m.study_forget()}
      text={m.study_forget_text()}
      doing={doing}
      done={m.study_forgotten()}
    >
      <p>
        <Button disabled={doing.busy} onClick={() => doing.run(forgetDevice, beginAnew)}>
          {m.study_forget_do()}
        </Button>
      </p>
    </DeviceCard>
  );
}
