import type { RaceOptions } from '@ackade/game';
import { useState } from 'preact/hooks';
import { m } from '../messages/host.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Sheet } from '../parts/sheet.tsx';
import css from './options-sheet.module.css';
import { useOrder } from './order.ts';
import { lacksRoster } from './plan.ts';
import { OptionFields } from './race-options.tsx';

type Props = { readonly options: RaceOptions; readonly onClose: () => void };

/** Changes what was set when the race was made; it counts from the next round. */
export function OptionsSheet({ options, onClose }: Props) {
  const [changed, change] = useState(options);
  const { busy, problem, give } = useOrder();
  return (
    <Sheet title={m.room_options()} closing={m.control_close()} onClose={onClose}>
      {(close) => (
        <form
          class={css.form}
          onSubmit={(e) => {
            e.preventDefault();
            void give({ type: 'options', options: changed }).then((done) => done && close());
          }}
        >
          <OptionFields value={changed} onChange={change} />
          <p class={css.problem} role="alert">
            {problem && <ProblemText problem={problem} />}
          </p>
          <Button type="submit" kind="primary" disabled={busy || lacksRoster(changed)}>
            {m.control_save()}
          </Button>
        </form>
      )}
    </Sheet>
  );
}
