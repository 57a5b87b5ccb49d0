import { ENDPOINTS, type Endpoint, RST } from '@ackade/tcp';
import { wholeLadder } from '../../ladder.ts';
import type { RowView } from '../../view.ts';
import type { Belief } from '../belief.ts';
import { choicesOf } from '../choices.ts';
import type { Choice, Draft, Explained, Lots, Said, Waiting, WaitingReason } from '../question.ts';
import type { Play } from '../sources/play.ts';
import type { Kind } from './kind.ts';

export const timeWait: Kind = {
  kind: 'time-wait',
  share: 7,
  sources: { play: whoWaits },
};

type Answer = readonly [who: Waiting, why: WaitingReason];

const saidOf = ([who, why]: Answer): Said => ({ kind: 'waiting', who, why });
const wrongly = (answer: Answer, misconception: Belief): Choice => ({
  said: saidOf(answer),
  misconception,
});

function whoWaits({ scenario, last }: Play, lots: Lots): Draft | null {
  const waited = ENDPOINTS.filter((at) =>
    last.rows.some((r) => r.at === at && r.tcb.state === 'TIME-WAIT'),
  );
  const rows = untilTheWait(wholeLadder({ world: last, mistakes: [] }).rows);
  const reset = rows.some((r) => r.kind === 'segment' && r.segment.ctl & RST);
  if (reset !== (waited.length === 0)) return null;
  if (last.rows.some((r) => r.kind === 'call' && r.line.call === 'CRASH')) return null;
  const right = rightAnswer(waited);
  const wrong = wrongAnswers(waited);
  return {
    skill: waited.length === 2 ? 'crossing' : 'time-wait',
    variant: `${scenario.id}/time-wait/${right[0]}`,
    prompt: { code: 'time-wait', params: { start: scenario.start } },
    figure: rows,
    frames: null,
    known: null,
    explanation: [explained(waited)],
    rule: waited.length === 0 ? '3.10.7.4-2' : '3.10.7.4-8',
    row: null,
    basis: null,
    ...choicesOf(saidOf(right), wrong, lots),
  };
}

function explained([first, second]: readonly Endpoint[]): Explained {
  if (!first) return { code: 'waiting-nobody', params: {} };
  return second
    ? { code: 'waiting-both', params: {} }
    : { code: 'waiting-one', params: { at: first } };
}

/** The timers of TIME-WAIT themselves would tell. */
const untilTheWait = (rows: readonly RowView[]): readonly RowView[] =>
  rows.filter((r) => !(r.kind === 'timeout' && r.timer === 'time-wait') && r.kind !== 'silence');

function rightAnswer([first, second]: readonly Endpoint[]): Answer {
  if (!first) return ['neither', 'reset'];
  return second ? ['both', 'fins-crossed'] : [first, 'closed-first'];
}

function wrongAnswers([first, second]: readonly Endpoint[]): readonly Choice[] {
  if (!first)
    return [
      wrongly(['both', 'each-sent-fin'], 'reset-looks-like-fin'),
      wrongly(['client', 'closed-first'], 'reset-looks-like-fin'),
      wrongly(['server', 'closed-last'], 'time-wait-at-wrong-end'),
    ];
  if (second)
    return [
      wrongly(['client', 'closed-first'], 'crossing-fins-need-a-tie-break'),
      wrongly(['server', 'closed-last'], 'time-wait-at-wrong-end'),
      wrongly(['neither', 'fins-acknowledged'], 'no-time-wait'),
    ];
  return [
    wrongly([first === 'client' ? 'server' : 'client', 'closed-last'], 'time-wait-at-wrong-end'),
    wrongly(['both', 'each-sent-fin'], 'time-wait-at-wrong-end'),
    wrongly(['neither', 'fins-acknowledged'], 'no-time-wait'),
  ];
}
