import { GAME_PHASES, LEVELS, MISCONCEPTIONS, NOTES, OUTCOMES } from '@ackade/game';
import { CONTROL_MASK, ENDPOINTS, FATES, RULE_IDS, STATES, TIMEOUTS } from '@ackade/tcp';
import { z } from 'zod';

/** What a seat may see of its match. The shapes are the game's own; `agreement.test.ts` holds them together. */

export const EndpointName = z.enum(ENDPOINTS);
export const LevelName = z.enum(LEVELS);
const Time = z.number().min(0).meta({ description: "The connection's own time, ms." });
const Milliseconds = z.number().meta({ description: 'Milliseconds.' });
const SeqNumber = z.int().min(0).max(0xffffffff);
const Control = z.int().min(0).max(CONTROL_MASK).meta({
  description: 'Control bits as in the TCP header: FIN 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32.',
});

export const Move = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('silent') }),
    z.strictObject({
      kind: z.literal('send'),
      ctl: Control,
      seq: SeqNumber,
      ack: SeqNumber,
      len: z.int().min(0).max(65535),
    }),
  ])
  .meta({
    id: 'Move',
    description:
      'What a player does on a turn. `seq` and `ack` count at level `numbers`; send 0 at level `flags`. `len`: octets of data.',
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
  .object({ ctl: Control, seq: SeqNumber, ack: SeqNumber, len: z.int().min(0), text: z.string() })
  .meta({ id: 'Segment' });

export const RowView = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('segment'),
      time: Time,
      from: EndpointName,
      segment: SegmentView,
      fate: z.enum([...FATES, 'unknown']),
      again: z.boolean(),
    }),
    z.object({
      kind: z.literal('call'),
      time: Time,
      at: EndpointName,
      call: z.enum(['OPEN', 'SEND', 'CLOSE', 'ABORT']),
      mode: z.enum(['active', 'passive']).nullable(),
      text: z.string(),
    }),
    z.object({ kind: z.literal('timeout'), time: Time, at: EndpointName, timer: z.enum(TIMEOUTS) }),
    z.object({ kind: z.literal('silence'), time: Time, at: EndpointName }),
    z.object({
      kind: z.literal('mistake'),
      time: Time,
      at: EndpointName,
      move: Move,
      rule: Rule,
      misconceptions: z.array(z.enum(MISCONCEPTIONS)).readonly(),
      consequence: Consequence,
      answering: z.int().min(-1),
    }),
  ])
  .meta({ id: 'Row', description: 'One line of the ladder as a seat sees it.' });

const SeatView = z.object({
  name: z.string(),
  bot: z.boolean(),
  present: z.boolean(),
  wantsRematch: z.boolean(),
});

const Percent = z.int().min(0).max(100);

export const Score = z
  .object({
    points: z.int().min(0),
    of: z.int().min(0),
    accuracy: Percent,
    speed: Percent,
    mistakes: z.int().min(0),
  })
  .meta({ id: 'Score' });

const State = z.enum(STATES);

const Result = z.object({
  outcome: z.enum(OUTCOMES),
  scores: z.object({ client: Score, server: Score }),
  teamwork: Percent,
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
    tcb: z.object({
      state: State,
      iss: SeqNumber,
      una: SeqNumber.nullable(),
      nxt: SeqNumber.nullable(),
      rcvNxt: SeqNumber.nullable(),
    }),
    turns: z.array(z.int().min(0)).readonly(),
    data: z.array(z.string()).readonly(),
    score: Score,
    clock: z.object({ spent: Milliseconds, running: z.boolean() }),
    startsIn: Milliseconds.nullable(),
    alarm: z.object({ timer: z.enum(TIMEOUTS), in: Milliseconds, of: Milliseconds }).nullable(),
    frozen: z.boolean(),
    result: Result.nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: 'ViewHead', description: 'A seat’s view without the rows of the ladder.' });
