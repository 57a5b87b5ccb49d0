import {
  GAME_PHASES,
  HINTS,
  KINDS,
  LEVELS,
  MISCONCEPTIONS,
  NOTES,
  OUTCOMES,
  WEATHERS,
} from '@ackade/game';
import { CONTROL_MASK, ENDPOINTS, FATES, RULE_IDS, STATES, TIMEOUTS } from '@ackade/tcp';
import { z } from 'zod';

/** What a seat may see of its match. The shapes are the game's own; `agreement.test.ts` holds them together. */

export const EndpointName = z.enum(ENDPOINTS);
export const LevelName = z.enum(LEVELS);
const Time = z.number().min(0).meta({ description: "The connection's own time, ms." });
export const Milliseconds = z.number().meta({ description: 'Milliseconds.' });
const SeqNumber = z.int().min(0).max(0xffffffff);
const Control = z.int().min(0).max(CONTROL_MASK).meta({
  description: 'Control bits as in the TCP header: FIN 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32.',
});

const State = z.enum(STATES);
const Window = z.int().min(0).max(65535);

export const Move = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('silent'), state: State.nullable() }),
    z.strictObject({
      kind: z.literal('send'),
      ctl: Control,
      seq: SeqNumber,
      ack: SeqNumber,
      len: z.int().min(0).max(65535),
      wnd: Window,
      state: State.nullable(),
    }),
  ])
  .meta({
    id: 'Move',
    description:
      'What a player does on a turn. `seq` and `ack` count from level `numbers` on, `wnd` and `state` at level `full`: below it send 0 and null. `len`: octets of data.',
  });

export const Consequence = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('waits') }),
    z.object({ kind: z.literal('ignored') }),
    z.object({ kind: z.literal('accepted') }),
    z.object({ kind: z.literal('dies') }),
    z.object({
      kind: z.literal('answers'),
      ctl: Control,
      seq: SeqNumber.exactOptional(),
      ack: SeqNumber.exactOptional(),
    }),
  ])
  .meta({
    id: 'Consequence',
    description: "What the peer's TCP would have done with a wrong segment.",
  });

const Rule = z.enum(RULE_IDS).meta({ description: 'The paragraph of RFC 9293 that decides.' });

export const Verdict = z
  .discriminatedUnion('right', [
    z.object({ right: z.literal(true), rule: Rule, note: z.enum(NOTES).nullable() }),
    z.object({
      right: z.literal(false),
      rule: Rule,
      misconceptions: z.tuple([z.enum(MISCONCEPTIONS)], z.enum(MISCONCEPTIONS)).readonly(),
      consequence: Consequence,
    }),
  ])
  .meta({ id: 'Verdict', description: 'What the judge says of a move.' });

const SegmentView = z
  .object({
    ctl: Control,
    seq: SeqNumber,
    ack: SeqNumber,
    wnd: Window,
    len: z.int().min(0),
    text: z.string(),
  })
  .meta({ id: 'Segment' });

export const RowView = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('segment'),
      time: z.number().meta({ description: 'When it left, ms; may lie before the beginning.' }),
      arrives: Time.nullable(),
      from: EndpointName,
      segment: SegmentView,
      fate: z.enum([...FATES, 'unknown']),
      again: z.boolean(),
      copy: z.boolean(),
      stray: z.boolean(),
    }),
    z.object({
      kind: z.literal('call'),
      time: Time,
      at: EndpointName,
      call: z.enum(['OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT', 'CRASH']),
      mode: z.enum(['active', 'passive']).nullable(),
      text: z.string(),
      len: z.int().min(0),
    }),
    z.object({ kind: z.literal('timeout'), time: Time, at: EndpointName, timer: z.enum(TIMEOUTS) }),
    z.object({ kind: z.literal('silence'), time: Time, at: EndpointName }),
    z.object({
      kind: z.literal('mistake'),
      time: Time,
      at: EndpointName,
      move: Move,
      segment: SegmentView.nullable(),
      rule: Rule,
      misconceptions: z.array(z.enum(MISCONCEPTIONS)).readonly(),
      consequence: Consequence,
      answering: z.int().min(-1),
    }),
  ])
  .meta({ id: 'Row', description: 'One line of the ladder as a seat sees it.' });

/** An end's TCB as its player may know it. */
export const TcbView = z
  .object({
    state: State,
    iss: SeqNumber,
    una: SeqNumber.nullable(),
    nxt: SeqNumber.nullable(),
    wnd: Window.nullable(),
    rcvNxt: SeqNumber.nullable(),
    rcvWnd: Window,
  })
  .meta({ id: 'Tcb' });

const SeatView = z.object({
  name: z.string(),
  bot: z.boolean(),
  present: z.boolean(),
  wantsRematch: z.boolean(),
});

export const Weather = z
  .strictObject({ what: z.enum(WEATHERS), from: EndpointName, kind: z.enum(KINDS) })
  .meta({
    id: 'Weather',
    description: 'What becomes of the next segment of a kind from one end.',
  });

const Hint = z
  .discriminatedUnion('step', [
    z.object({ step: z.literal('rule'), rule: Rule }),
    z.object({ step: z.literal('bits'), ctl: Control.nullable(), data: z.boolean() }),
    z.object({ step: z.literal('segment'), move: Move }),
  ])
  .meta({ id: 'Hint', description: 'Help on a turn; `ctl` null: stay silent.' });

export const Percent = z.int().min(0).max(100);

export const Score = z
  .object({
    points: z.int().min(0),
    of: z.int().min(0),
    accuracy: Percent.meta({
      description: 'Of the turns: right at the first try, without a hint.',
    }),
    speed: Percent.nullable(),
    mistakes: z.int().min(0),
  })
  .meta({ id: 'Score' });

export const Result = z.object({
  replay: z.string().meta({ description: 'The name under which the match can be watched again.' }),
  outcome: z.enum(OUTCOMES),
  scores: z.object({ client: Score, server: Score }),
  teamwork: Percent.nullable().meta({ description: 'Null where it was not finished.' }),
  states: z.object({ client: State, server: State }),
  took: Milliseconds,
});

export const ViewHead = z
  .object({
    scenario: z.string(),
    level: LevelName,
    phase: z.enum(GAME_PHASES),
    you: EndpointName,
    seats: z.object({ client: SeatView.nullable(), server: SeatView.nullable() }),
    tcb: TcbView,
    turns: z.array(z.int().min(0)).readonly(),
    data: z.array(z.string()).readonly(),
    score: Score,
    clock: z.object({ spent: Milliseconds, running: z.boolean() }),
    startsIn: Milliseconds.nullable(),
    alarm: z
      .object({
        timer: z.enum(TIMEOUTS),
        in: Milliseconds,
        of: Milliseconds,
        real: Milliseconds,
        running: z.boolean(),
      })
      .nullable(),
    hints: z.object({
      taken: z.array(Hint).readonly(),
      next: z.object({ step: z.enum(HINTS), price: z.int().min(0) }).nullable(),
    }),
    weather: z.array(Weather).readonly(),
    race: z.boolean(),
    held: z.boolean(),
    frozen: z.boolean(),
    handedOver: z.boolean().meta({
      description:
        'The bot has played this end up to here; its player has not made a right move since.',
    }),
    result: Result.nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: 'ViewHead', description: 'A seat’s view without the rows of the ladder.' });
