import type { StudyExport } from '@ackade/contract';
import { m } from '../messages/study.ts';
import { Button } from '../parts/button.tsx';
import { DeviceCard } from './device-card.tsx';
import { exportAll } from './study-api.ts';
import { useDoing } from './use-doing.ts';

/** Everything in one file. */
export function TakeAway() {
  const doing = useDoing();
  return (
    <DeviceCard
      title={m.study_take()}
      text={m.study_take_text()}
      doing={doing}
      done={m.study_taken()}
    >
      <p>
        <Button disabled={doing.busy} onClick={() => doing.run(exportAll, save)}>
          {m.study_take_do()}
        </Button>
      </p>
    </DeviceCard>
  );
}

/** A link would not carry the token that it is asked for with. */
function save(all: StudyExport): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(all, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: `ackade-${new Date().toISOString().slice(0, 10)}.json`,
  });
  link.click();
  URL.revokeObjectURL(url);
}
