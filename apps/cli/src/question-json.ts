/** Questions in JSON; what segments, TCBs and events look like in it is as with `step`. */
import type { Basis, Question, RowView, Said, SegmentView } from '@ackade/game';
import type { Phrased } from '@ackade/phrasing';
import { type Segment, seq, type TcpEvent } from '@ackade/tcp';
import { controlNames } from './control.ts';
import { segmentToJson } from './segment-json.ts';
import { tcbToJson } from './tcb-json.ts';

export const questionToJson = (
  { id, kind, skill, figure, frames, choices, answer, rule, basis }: Question,
  phrased: Phrased,
): object => ({
  id,
  kind,
  skill,
  prompt: phrased.prompt,
  figure: figure.flatMap((row, i) =>
    rowToJson(row).map((json) => (frames ? { n: frames[i], ...json } : json)),
  ),
  choices: choices.map(({ said, misconception }, i) => ({
    text: phrased.choices[i],
    ...saidToJson(said),
    ...(misconception === null ? {} : { misconception }),
  })),
  answer,
  explanation: phrased.explanation,
  rule,
  basis: basis && basisToJson(basis),
});

const basisToJson = ({ tcb, event }: Basis): object => ({
  tcb: tcbToJson(tcb),
  event: eventToJson(event),
});

const eventToJson = (event: TcpEvent): object =>
  'segment' in event ? { segment: segmentToJson(event.segment) } : event;

function rowToJson(row: RowView): object[] {
  switch (row.kind) {
    case 'segment': {
      const { from, segment, fate } = row;
      const lost = fate === 'lost' ? { lost: true } : {};
      return [{ from, segment: segmentToJson(segmentIn(segment)), ...lost }];
    }
    case 'call':
      return [{ at: row.at, ...callToJson(row) }];
    case 'timeout':
      return [{ at: row.at, timeout: row.timer }];
    case 'silence':
      return [{ at: row.at, silence: true }];
    default:
      return [];
  }
}

function callToJson({ call, mode, text, len }: Extract<RowView, { kind: 'call' }>): object {
  if (call === 'OPEN') return { call, mode };
  if (call === 'SEND') return { call, len: text.length };
  return call === 'RECEIVE' ? { call, len } : { call };
}

const segmentIn = ({ text: _, ...s }: SegmentView): Segment => ({
  ...s,
  seq: seq(s.seq),
  ack: seq(s.ack),
  up: 0,
});

function saidToJson(said: Said): object {
  switch (said.kind) {
    case 'segment':
      return { segment: segmentToJson(said.segment) };
    case 'sent':
      return { from: said.from, segment: segmentToJson(said.segment) };
    case 'silence':
      return { silence: true };
    case 'bits':
      return { ctl: controlNames(said.ctl), data: said.data };
    case 'numbers':
      return {
        ...(said.seq === null ? {} : { seq: said.seq }),
        ...(said.ack === null ? {} : { ack: said.ack }),
      };
    case 'state':
      return { state: said.state };
    case 'row':
      return { row: said.row };
    case 'waiting':
      return { who: said.who, why: said.why };
    case 'closer':
      return { who: said.who };
    case 'octets':
      return { octets: said.octets };
    case 'truth':
      return { is: said.is };
  }
}
