import { MISCONCEPTIONS, OUTCOMES, RACE_PHASES } from '@ackade/game';
import { z } from 'zod';
import { MatchName, RaceCode, WrittenRaceCode } from './code.ts';
import { Name } from './http.ts';
import { Leg, Lesson, PlayerId, RaceOptions, Shown, Total } from './race.ts';
import { AskRequest, GiveAnswer, Quiz, QuizBoard, QuizMoment, QuizPlace } from './race-quiz.ts';
import { Refusal } from './refusal.ts';
import { CommandId } from './socket.ts';
import { Locale } from './study.ts';
import { EndpointName, Milliseconds, Percent, RowView, Score, Weather } from './view.ts';

/**
 * The live side of a race, in Socket.IO's namespace `/race` of the same connection: a socket is a player, the
 * host, or a projector, as its token says. The matches themselves are played in the main namespace.
 */

export const RaceHandshake = z
  .object({
    version: z.int(),
    code: RaceCode,
    token: z.string().max(128),
    locale: Locale.default('en'),
  })
  .meta({ id: 'RaceHandshake' });
export type RaceHandshake = z.input<typeof RaceHandshake>;

const MINUTE = 60_000;
const Count = z.int().min(0);
const Phase = z.enum(RACE_PHASES);
/** Where the host saw the race when he pressed: pressed twice, it goes on once. */
const Moment = z.strictObject({ phase: Phase, round: Count });

export const HostCommand = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('next'), from: Moment }),
    z.strictObject({ type: z.literal('skip'), from: Moment }),
    z.strictObject({ type: z.literal('end') }),
    z.strictObject({ type: z.literal('pause') }),
    z.strictObject({ type: z.literal('resume') }),
    z.strictObject({
      type: z.literal('add-time'),
      ms: z
        .int()
        .min(1)
        .max(60 * MINUTE),
    }),
    z.strictObject({ type: z.literal('lock'), locked: z.boolean() }),
    z.strictObject({ type: z.literal('hide-names'), hidden: z.boolean() }),
    z.strictObject({ type: z.literal('spotlight'), match: MatchName.nullable() }),
    z.strictObject({ type: z.literal('kick'), player: PlayerId, ban: z.boolean() }),
    z.strictObject({ type: z.literal('rename'), player: PlayerId, name: Name }),
    z.strictObject({
      type: z.literal('pace'),
      player: PlayerId,
      pace: z.number().min(1).max(4).meta({ description: 'Times the usual time for a move.' }),
    }),
    z.strictObject({ type: z.literal('weather'), weather: Weather }),
    z.strictObject({ type: z.literal('options'), options: RaceOptions }),
    z.strictObject({ type: z.literal('close-question'), from: QuizMoment }),
    z.strictObject({ type: z.literal('next-question'), from: QuizMoment }),
    z.strictObject({ type: z.literal('end-quiz') }),
    z.strictObject({
      type: z.literal('pair'),
      a: PlayerId,
      b: PlayerId.nullable().meta({ description: 'Null takes the pair of `a` apart.' }),
    }),
  ])
  .meta({ id: 'HostCommand', description: 'What only the host may do.' });

export const HostRequest = z
  .strictObject({ commandId: CommandId, command: HostCommand })
  .meta({ id: 'HostRequest' });
/** Host and projectors see one match’s ladder as it grows; null: none. */
export const Watch = z.strictObject({ match: MatchName.nullable() }).meta({ id: 'Watch' });

export const RaceAnswer = z
  .union([z.object({ done: z.literal(true) }), Refusal])
  .meta({ id: 'RaceAnswer' });
export type RaceAnswer = z.infer<typeof RaceAnswer>;

const Winner = z.object({
  name: z.string(),
  place: z.int().min(1),
  points: Count,
  accuracy: Percent,
  speed: Percent.nullable(),
});

const Podium = z.object({
  winners: z.array(Winner).readonly(),
  accurate: Winner.nullable(),
  swift: Winner.nullable(),
  team: z
    .object({ names: z.tuple([z.string(), z.string()]).readonly(), teamwork: Percent })
    .nullable(),
});

const RaceHead = z.object({
  code: WrittenRaceCode,
  phase: Phase,
  round: Count.meta({ description: 'How many rounds have begun.' }),
  of: Count,
  leg: Leg.nullable(),
  next: Leg.nullable(),
  endsIn: Milliseconds.nullable(),
  paused: z.boolean(),
  podium: Podium.nullable().meta({ description: 'Players are told at the debrief.' }),
  lessons: z.array(Lesson).readonly().nullable(),
});

/** All that a player sees of the race; it comes whole. */
export const RaceView = RaceHead.extend({
  you: z.object({ name: z.string(), place: z.int().min(1), total: Total }),
  quiz: QuizPlace.nullable(),
  players: Count,
  match: z
    .object({
      match: MatchName,
      seat: EndpointName,
      number: z.int().min(1).meta({ description: 'Of the pair, as the projector counts them.' }),
    })
    .nullable(),
  played: z
    .array(
      z.object({
        leg: Leg,
        seat: EndpointName,
        partner: z.string().nullable(),
        replay: MatchName,
        outcome: z.enum(OUTCOMES),
        score: Score,
        shown: z.array(Shown).readonly(),
      }),
    )
    .readonly(),
}).meta({ id: 'RaceView' });

const BoardHead = RaceHead.extend({
  legs: z.array(Leg).readonly(),
  options: RaceOptions,
  locked: z.boolean(),
  namesHidden: z.boolean(),
  spotlight: MatchName.nullable(),
  planned: z.array(z.tuple([PlayerId, PlayerId]).readonly()).readonly(),
  weather: z.array(Weather).readonly(),
  quiz: QuizBoard.nullable().meta({ description: 'Null where nothing was asked yet.' }),
  rungs: Count.meta({ description: 'How many rungs the ideal ladder of the round has.' }),
  track: z
    .array(RowView)
    .readonly()
    .meta({
      description:
        'The ideal ladder of the round; each segment that somebody has to send is a rung. While the round is played it ' +
        'goes no further than every pair that is still going has come.',
    }),
}).meta({ id: 'BoardHead' });

const BoardPlayer = z
  .object({
    id: PlayerId,
    name: z.string(),
    pace: z.number(),
    present: z.boolean(),
    place: z.int().min(1),
    total: Total,
  })
  .meta({ id: 'BoardPlayer' });

const ProgressSeat = z.object({
  racer: z.string().meta({ description: 'A player’s id, or `bot`.' }),
  replaced: z.boolean().meta({ description: 'The bot goes on for the player, who is away.' }),
  away: z.boolean(),
  owes: z.boolean(),
  points: Count,
});

export const Progress = z
  .object({
    match: MatchName,
    rung: Count.meta({ description: 'How many rungs of the ideal ladder it has passed.' }),
    over: z.boolean(),
    mistakes: Count,
    stuck: z.enum(MISCONCEPTIONS).nullable(),
    seats: z.object({ client: ProgressSeat, server: ProgressSeat }),
  })
  .meta({ id: 'Progress', description: 'How far a pair has come in the round.' });

/**
 * What host and projectors see: by each node at most four times a second what has changed. `whole`: everything anew. Otherwise
 * each player and pair in it takes the place of what one had, and `head`, if there is one, of the head.
 */
export const Board = z
  .object({
    whole: z.boolean(),
    head: BoardHead.exactOptional(),
    players: z.array(BoardPlayer).readonly(),
    gone: z.array(PlayerId).readonly().meta({ description: 'Players who were sent away.' }),
    pairs: z.array(Progress).readonly(),
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof Board>;

/** The ladder of the match that is watched, whole. */
export const Lane = z
  .object({ match: MatchName, rows: z.array(RowView).readonly() })
  .meta({ id: 'Lane' });

/** Events that a client sends in the namespace `/race`. */
export const RACE_CLIENT_EVENTS = {
  host: HostRequest,
  watch: Watch,
  ask: AskRequest,
  answer: GiveAnswer,
} as const;

/** Events that the server sends there. */
export const RACE_SERVER_EVENTS = {
  race: RaceView,
  board: Board,
  lane: Lane,
  quiz: Quiz,
  /** Taken over on another device, kicked, banned. */
  dismissed: Refusal,
} as const;

export type RaceClientToServer = {
  [K in keyof typeof RACE_CLIENT_EVENTS]: (
    payload: z.infer<(typeof RACE_CLIENT_EVENTS)[K]>,
    ack: (answer: RaceAnswer) => void,
  ) => void;
};
export type RaceServerToClient = {
  [K in keyof typeof RACE_SERVER_EVENTS]: (
    payload: z.infer<(typeof RACE_SERVER_EVENTS)[K]>,
  ) => void;
};
