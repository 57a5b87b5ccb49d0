import { ENDPOINTS, step, type Tcb, type TcpEvent } from '@ackade/tcp';
import { tcbView } from '../../view.ts';
import { choicesOf, FEWEST_WRONG } from '../choices.ts';
import { happeningsAt } from '../happening.ts';
import { type Moment, seenUpTo, variantOf } from '../moment.ts';
import type { Choice, Draft, Lots } from '../question.ts';
import { explanationOf } from '../reason.ts';
import { skillOf } from '../skill.ts';
import { oneOf } from '../sources/lots.ts';
import type { Play } from '../sources/play.ts';
import { isUndisputed } from '../undisputed.ts';
import { wrongStates } from '../wrong/states.ts';
import type { Kind } from './kind.ts';
import { asked, firstOf } from './moments.ts';

export const stateAfter: Kind = {
  kind: 'state-after',
  share: 11,
  sources: { play: inPlay, vector: atMoment },
};

function inPlay({ last, scenario }: Play, lots: Lots): Draft | null {
  const at = oneOf(ENDPOINTS, lots);
  const all = happeningsAt(last, at).filter(({ before, event }) => isUndisputed(before, event));
  return firstOf(
    all,
    ({ row, before, event, rule }) => {
      const choices = stateChoices(before, event, lots);
      return (
        choices && {
          skill: skillOf(before, event, null),
          variant: variantOf(scenario.id, at, before.state, event),
          prompt: { code: 'state-after', params: { at } },
          figure: seenUpTo(last, at, row + 1),
          frames: null,
          known: tcbView(before),
          explanation: explanationOf(before, event, step(before, event)),
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

function atMoment(moment: Moment, lots: Lots): Draft | null {
  const choices = stateChoices(moment.turn.before, moment.event, lots);
  return choices && { ...asked('state-after', moment), ...choices };
}

/** The state after `event`, and what else one may believe. */
export function stateChoices(
  before: Tcb,
  event: TcpEvent,
  lots: Lots,
): Pick<Draft, 'choices' | 'answer'> | null {
  const { tcb: after } = step(before, event);
  const wrong = wrongStates({ before, event, after }).map(
    ({ state, misconception }): Choice => ({ said: { kind: 'state', state }, misconception }),
  );
  if (wrong.length < FEWEST_WRONG) return null;
  return choicesOf({ kind: 'state', state: after.state }, wrong, lots);
}
