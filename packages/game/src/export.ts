/** A finished match as files that other programs read, or people. Files speak English, as programs do. */
import {
  ENDPOINTS,
  type Endpoint,
  type Envelope,
  encode,
  enhancedPacket,
  interfaceDescription,
  type LadderRow,
  LINKS,
  ladder,
  peerOf,
  type Segment,
  type State,
  sectionHeader,
  seq,
  type Way,
} from '@ackade/tcp';
import type { Replay, ReplayStep } from './replay.ts';
import type { RowView, SegmentView } from './view.ts';

type RowOf<K extends RowView['kind']> = Extract<RowView, { kind: K }>;

/** Addresses that are nobody's, for documentation (RFC 5737), and the ports of a client and a server. */
const SOCKETS: Readonly<Record<Endpoint, { readonly address: Uint8Array; readonly port: number }>> =
  {
    client: { address: Uint8Array.of(192, 0, 2, 1), port: 49152 },
    server: { address: Uint8Array.of(192, 0, 2, 2), port: 80 },
  };

/** Digits after the second that the times in a capture have. */
const DIGITS = 6;

/**
 * What both ends saw, each on an interface of its own, as one pcapng file, in pieces: a segment is there once
 * as it leaves and once as it arrives. With `mistakes` the wrong moves are on their sender's interface, as if
 * they had gone out; the other end never sees them.
 */
export function captureOf(
  replay: Replay,
  options: { readonly mistakes: boolean },
): readonly Uint8Array[] {
  const began = replay.endedAt - (replay.steps.at(-1)?.time ?? 0);
  const packets = replay.steps.flatMap((step): Uint8Array[] => {
    const passing = passingOf(replay, step, options.mistakes);
    if (!passing) return [];
    const { at, from, segment, comments } = passing;
    return [
      enhancedPacket({
        on: ENDPOINTS.indexOf(at),
        digits: DIGITS,
        time: (began + step.time) * 1000,
        octets: encode(segmentOf(segment), envelopeOf(from, segment)),
        comments,
      }),
    ];
  });
  return [
    sectionHeader(),
    ...ENDPOINTS.map((name) => interfaceDescription(LINKS.raw, DIGITS, name)),
    ...packets,
  ];
}

/** A segment as it passes the interface at `at`. */
type Passing = {
  readonly at: Endpoint;
  readonly from: Endpoint;
  readonly segment: SegmentView;
  readonly comments: readonly string[];
};

/** What passes in `step`, if anything does. */
function passingOf(replay: Replay, step: ReplayStep, mistakes: boolean): Passing | null {
  const row = replay.rows[step.row];
  if (row?.kind === 'segment') {
    const { from, segment } = row;
    const at = step.part === 'arrived' ? peerOf(from) : from;
    const sender = row.stray ? [] : [`sent by ${playerText(replay, from)}`];
    return { at, from, segment, comments: [...sender, ...courseOf(row, step.part)] };
  }
  if (row?.kind !== 'mistake' || !row.segment || !mistakes) return null;
  const { at, segment } = row;
  const comments = [`sent by ${playerText(replay, at)}`, wrongText(row)];
  return { at, from: at, segment, comments };
}

const envelopeOf = (from: Endpoint, { text }: SegmentView): Envelope => ({
  source: SOCKETS[from].address,
  sourcePort: SOCKETS[from].port,
  destination: SOCKETS[peerOf(from)].address,
  destinationPort: SOCKETS[peerOf(from)].port,
  data: Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
});

const segmentOf = ({ ctl, seq: from, ack, wnd, len }: SegmentView): Segment => ({
  ctl,
  seq: seq(from),
  ack: seq(ack),
  wnd,
  len,
  up: 0,
});

/** `Ada (client)`. */
function playerText({ players }: Replay, at: Endpoint): string {
  const { name, bot } = players[at];
  if (!bot) return `${name} (${at})`;
  return name === '' ? `the bot (${at})` : `the bot in place of ${name} (${at})`;
}

/** What is special about the way of a segment, where it leaves or where it arrives. */
function courseOf(row: RowOf<'segment'>, part: ReplayStep['part']): string[] {
  if (row.stray) return ['sent by nobody'];
  if (row.copy && part === 'arrived') return ['copy made by the network'];
  return [
    ...(row.again ? ['sent again'] : []),
    ...(row.fate === 'lost' ? ['lost on the way'] : []),
  ];
}

const wrongText = ({ misconceptions }: RowOf<'mistake'>): string =>
  `wrong move: ${misconceptions.join(', ')}`;

/** Room for the longest numbers between the states of both ends. */
const WIDTH = 100;

/**
 * The whole ladder as a text sequence diagram, wrong moves included, with the states of both ends beside it.
 * An arrow is drawn in two parts where something happens at its receiver while it is on its way.
 */
export function textLadder(replay: Replay): string {
  const { scenario, level, steps } = replay;
  const names = { client: playerText(replay, 'client'), server: playerText(replay, 'server') };
  const { head, row } = ladder({ width: WIDTH, names, states: true, base: null });
  const arrivals = wholeArrows(replay);
  const arrived = new Set(arrivals.values());
  let states = steps[0] && statesAt(steps[0]);
  const lines = steps.flatMap((step, i) => {
    if (!states || arrived.has(i)) return [];
    const end = endOf(replay, step);
    const arrival = steps[arrivals.get(i) ?? i] ?? step;
    const far = endOf(replay, arrival);
    states = { ...states, [end]: statesAt(step)[end], [far]: statesAt(arrival)[far] };
    return row({ ...drawn(replay, step, arrival !== step), time: step.time / 1000, states });
  });
  return [`${scenario}, level ${level}`, '', ...head, ...lines, ''].join('\n');
}

const statesAt = ({ tcbs: { client, server } }: ReplayStep): Record<Endpoint, State> => ({
  client: client.state,
  server: server.state,
});

/** The end at which `step` happens. */
function endOf({ rows }: Replay, { row: index, part }: ReplayStep): Endpoint {
  const row = rows[index];
  if (row?.kind !== 'segment') return row?.at ?? 'client';
  return part === 'arrived' ? peerOf(row.from) : row.from;
}

/**
 * For each step in which a segment leaves that in which it arrives, both by their places, where one arrow can
 * stand for both: nothing that is drawn after the one happens at the receiver before the other, and nothing comes
 * towards it.
 */
function wholeArrows(replay: Replay): ReadonlyMap<number, number> {
  const { steps } = replay;
  const arrivals = new Map<number, number>();
  const joined = new Set<number>();
  const arrivalOf = (sent: ReplayStep): number =>
    steps.findIndex((s) => s.row === sent.row && s.part === 'arrived');
  for (const [i, step] of steps.entries()) {
    if (step.part !== 'sent') continue;
    const arrival = arrivalOf(step);
    const receiver = peerOf(endOf(replay, step));
    const free = steps
      .slice(i + 1, Math.max(i, arrival))
      .every((s, k) => joined.has(i + 1 + k) || endOf(replay, s) !== receiver);
    const crossed = steps.slice(0, i).some((s) => {
      const landing = s.part === 'sent' && endOf(replay, s) === receiver ? arrivalOf(s) : -1;
      return landing > i && !joined.has(landing);
    });
    if (arrival < 0 || !free || crossed) continue;
    arrivals.set(i, arrival);
    joined.add(arrival);
  }
  return arrivals;
}

type Drawn<R = LadderRow> = R extends LadderRow ? Omit<R, 'time' | 'states'> : never;

/** What is drawn for `step`; `whole`: with the arrival of what leaves in it. */
function drawn({ rows }: Replay, { row: index, part }: ReplayStep, whole: boolean): Drawn {
  const row = rows[index];
  switch (row?.kind) {
    case 'segment': {
      const { from, segment } = row;
      const note = [...dataText(segment), ...courseOf(row, part)].join(', ');
      return { from, segment: segmentOf(segment), way: wayOf(row, part, whole), note };
    }
    case 'mistake': {
      const { at, segment } = row;
      const note = wrongText(row);
      return segment
        ? { from: at, segment: segmentOf(segment), way: 'stopped', note }
        : { at, event: 'silence', note };
    }
    case 'call':
      return { at: row.at, event: callText(row) };
    case 'timeout':
      return { at: row.at, event: `${row.timer} timeout` };
    default:
      return { at: row?.at ?? 'client', event: 'silence' };
  }
}

function wayOf({ fate }: RowOf<'segment'>, part: ReplayStep['part'], whole: boolean): Way {
  if (fate === 'lost') return 'lost';
  if (part === 'arrived') return 'arrives';
  return whole ? 'whole' : 'leaves';
}

const dataText = ({ text }: SegmentView): string[] => (text === '' ? [] : [JSON.stringify(text)]);

/** `OPEN active`, `SEND "hello"`, `RECEIVE 5`. */
function callText({ call, mode, text, len }: RowOf<'call'>): string {
  switch (call) {
    case 'OPEN':
      return `OPEN ${mode}`;
    case 'SEND':
      return `SEND ${JSON.stringify(text)}`;
    case 'RECEIVE':
      return `RECEIVE ${len}`;
    default:
      return call;
  }
}
