import type { Replay } from '@ackade/game';
import { m } from '../messages/replay.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import { mistakeWords } from '../words/mistake.ts';
import type { Endpoint } from '../words/role.ts';
import type { WrongMove } from './film.ts';
import css from './jump-list.module.css';
import { moveWords } from './step-words.ts';

type Props = {
  readonly replay: Replay;
  readonly names: Readonly<Record<Endpoint, string>>;
  readonly wrong: readonly WrongMove[];
  readonly at: number;
  readonly onJump: (step: number) => void;
};

/** Every wrong move, each the way to its step. */
export const JumpList = ({ replay: { rows, level }, names, wrong, at, onJump }: Props) => (
  <section class={css.list}>
    <h2>{m.replay_wrong({ count: wrong.length })}</h2>
    {wrong.length === 0 && <p>{m.replay_no_wrong()}</p>}
    <ol>
      {wrong.map(({ step, row }) => (
        <li key={step}>
          <button
            type="button"
            aria-current={step === at ? 'step' : undefined}
            onClick={() => onJump(step)}
          >
            <RoleMark end={row.at} />
            <span>
              <span class={css.who}>{names[row.at]}</span> <code>{moveWords(row, level)}</code>
              <strong>{mistakeWords(row, rows).title}</strong>
            </span>
            <small>{m.replay_at({ step: step + 1 })}</small>
          </button>
        </li>
      ))}
    </ol>
  </section>
);
