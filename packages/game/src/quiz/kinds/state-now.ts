import { ENDPOINTS, step } from '@ackade/tcp';
import { type Happening, happeningsAt } from '../happening.ts';
import { seenUpTo, variantOf } from '../moment.ts';
import type { Draft, Lots } from '../question.ts';
import { explanationOf } from '../reason.ts';
import { skillOf } from '../skill.ts';
import { oneOf } from '../sources/lots.ts';
import type { Play } from '../sources/play.ts';
import { isUndisputed } from '../undisputed.ts';
import type { Kind } from './kind.ts';
import { firstOf } from './moments.ts';
import { stateChoices } from './state-after.ts';

export const stateNow: Kind = {
  kind: 'state-now',
  share: 8,
  sources: { play: stateInPlay },
};

/** No TCB is told: the state is to be read off the whole of what the end has seen. */
function stateInPlay({ last, scenario }: Play, lots: Lots): Draft | null {
  const at = oneOf(ENDPOINTS, lots);
  const all = undisputed(happeningsAt(last, at));
  return firstOf(
    all,
    (happening) => {
      const { before, event, rule } = happening;
      const choices = stateChoices(before, event, lots);
      const next = last.rows.findIndex(
        (r, i) => i > happening.row && r.at === at && r.kind !== 'sent' && r.kind !== 'silence',
      );
      return (
        choices && {
          skill: skillOf(before, event, null),
          variant: variantOf(scenario.id, at, before.state, event),
          prompt: { code: 'state-now', params: { at, start: scenario.start } },
          figure: seenUpTo(last, at, next < 0 ? last.rows.length : next),
          frames: null,
          known: null,
          // What was sent then stands in the figure, be it in another of its right forms.
          explanation: explanationOf(before, event, step(before, event)).filter(
            ({ code }) => code !== 'sent',
          ),
          rule,
          row: null,
          basis: { tcb: before, event },
          ...choices,
        }
      );
    },
    lots,
  );
}

/** The events before the first that stacks differ on: what follows it would depend on them. */
function undisputed(all: readonly Happening[]): readonly Happening[] {
  const first = all.findIndex(({ before, event }) => !isUndisputed(before, event));
  return first < 0 ? all : all.slice(0, first);
}
