import { m } from '../messages/staff.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useDoing } from '../study/use-doing.ts';
import type { Colleague } from './colleagues-panel.tsx';
import { StaffProblemText } from './problem-text.tsx';
import css from './remove-sheet.module.css';
import { removeColleague } from './staff-api.ts';

type Props = {
  readonly colleague: Colleague;
  readonly own: boolean;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
};

/** Asks once more before an account is gone. */
export function RemoveSheet({ colleague: { id, name, email }, own, onRemoved, onClose }: Props) {
  const doing = useDoing();
  return (
    <Sheet title={m.staff_remove_title({ name })} closing={m.staff_close()} onClose={onClose}>
      {(close) => (
        <>
          <p>{m.staff_remove_text({ email })}</p>
          {own && <p>{m.staff_remove_own()}</p>}
          <p role="alert" class={css.problem}>
            {doing.problem && <StaffProblemText problem={doing.problem} />}
          </p>
          <div class={css.doing}>
            <button
              type="button"
              disabled={doing.busy}
              onClick={() =>
                doing.run(
                  () => removeColleague(id),
                  () => {
                    close();
                    onRemoved();
                  },
                )
              }
            >
              {m.staff_remove_sure()}
            </button>
            <Button onClick={close}>{m.staff_cancel()}</Button>
          </div>
        </>
      )}
    </Sheet>
  );
}
