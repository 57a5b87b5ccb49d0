/** Kinds that ask about one moment at one end: what all of them say of it. */
import { tcbView } from '../../view.ts';
import { type Moment, seenUpTo } from '../moment.ts';
import type { Draft, Lots, PromptCode } from '../question.ts';
import { explanationOf } from '../reason.ts';
import { skillOf } from '../skill.ts';
import { shuffled } from '../sources/lots.ts';
import type { Ask, Kind } from './kind.ts';

type Situation = Omit<Draft, 'choices' | 'answer'>;

/** All of a question but its choices, as its `code` asks it. */
export function asked(
  code: PromptCode,
  { world, at, turn, event, step, due, variant }: Moment,
): Situation {
  const { before } = turn;
  return {
    skill: skillOf(before, event, due),
    variant,
    prompt: { code, params: { at } },
    figure: seenUpTo(world, at, turn.row + 1),
    frames: null,
    known: tcbView(before),
    explanation: explanationOf(before, event, step),
    rule: turn.rule,
    row: null,
    basis: { tcb: before, event },
  };
}

/** Asks of the moments of a play, in any order, until one has a question; and of recorded cases. */
export const ofMoments = (ask: Ask<Moment>): Kind['sources'] => ({
  play: ({ moments }, lots) => firstOf(moments, ask, lots),
  vector: ask,
});

export function firstOf<S>(all: readonly S[], ask: Ask<S>, lots: Lots): Draft | null {
  for (const one of shuffled(all, lots)) {
    const draft = ask(one, lots);
    if (draft) return draft;
  }
  return null;
}
