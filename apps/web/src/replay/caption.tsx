import type { Replay } from '@ackade/game';
import { m } from '../messages/replay.ts';
import { mistakeWords } from '../words/mistake.ts';
import type { Endpoint } from '../words/role.ts';
import { ruleWords } from '../words/rule.ts';
import css from './caption.module.css';
import { stateWords, stepWords } from './step-words.ts';

type Props = {
  readonly replay: Replay;
  readonly names: Readonly<Record<Endpoint, string>>;
  readonly at: number;
};

/** What happens at a step, in words; of a wrong move also what is wrong with it. */
export function Caption({ replay, names, at }: Props) {
  const { steps, rows, level } = replay;
  const step = steps[at];
  const row = rows[step?.row ?? -1];
  if (!step || !row) return null;
  const mistake = row.kind === 'mistake' ? mistakeWords(row, rows) : null;
  return (
    <div class={css.caption} data-wrong={row.kind === 'mistake'} role="status" aria-atomic="true">
      <p class={css.step}>
        <span class="visually-hidden">
          {m.replay_step({ step: at + 1, count: steps.length })}:{' '}
        </span>
        {stepWords(row, step.part, level, names)}
      </p>
      {stateWords(steps[at - 1], step).map((sentence) => (
        <p key={sentence} class={css.state}>
          {sentence}
        </p>
      ))}
      {mistake && (
        <p>
          <strong>{mistake.title}</strong> {mistake.text}{' '}
          {row.kind === 'mistake' && <cite>{ruleWords(row.rule)}</cite>}
        </p>
      )}
    </div>
  );
}
