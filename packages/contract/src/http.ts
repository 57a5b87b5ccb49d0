import { MODES, OUTCOMES } from '@ackade/game';
import { z } from 'zod';
import { Code, MatchCode, MatchName } from './code.ts';
import { EndpointName, LevelName, Result, RowView, TcbView } from './view.ts';

/** Every HTTP route under `/api`: what it takes and what it gives. */

/** An opaque name that a browser keeps for its player, so that later matches find earlier ones. */
export const PlayerToken = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

export const Name = z
  .string()
  .max(200)
  .meta({ description: 'Shown to the others: 1 to 20 visible characters.' });

export const CreateMatch = z
  .strictObject({
    scenario: z.string().max(64),
    level: LevelName,
    mode: z.enum(MODES).meta({
      description: '`solo`: the bot takes the other seat; `both`: one person plays both ends.',
    }),
    seat: z.enum(['client', 'server', 'either']),
    name: Name,
    player: PlayerToken.optional(),
  })
  .meta({ id: 'CreateMatch' });
export type CreateMatch = z.infer<typeof CreateMatch>;

export const TakeSeat = z
  .strictObject({ name: Name, player: PlayerToken.optional() })
  .meta({ id: 'TakeSeat' });
export type TakeSeat = z.infer<typeof TakeSeat>;

const SeatToken = z.string().meta({ description: 'Lets its holder return to this seat. Secret.' });

export const SeatTaken = z
  .object({
    code: Code,
    seat: EndpointName,
    token: SeatToken,
    other: z.object({ seat: EndpointName, token: SeatToken }).nullable().meta({
      description: 'The seat at the other end, for who plays both.',
    }),
  })
  .meta({ id: 'SeatTaken' });
export type SeatTaken = z.infer<typeof SeatTaken>;

export const MatchSummary = z
  .object({
    code: Code,
    scenario: z.string(),
    level: LevelName,
    state: z.enum(['open', 'full', 'over']),
    host: z.string().nullable().meta({ description: 'Who waits; null where nobody does.' }),
    seat: EndpointName.nullable().meta({ description: 'The seat that is free.' }),
  })
  .meta({ id: 'MatchSummary' });
export type MatchSummary = z.infer<typeof MatchSummary>;

const ReplayPlayer = z.object({ name: z.string(), bot: z.boolean() });

const RecentPlayer = z.object({
  seat: EndpointName,
  name: z.string(),
  bot: z.boolean(),
  you: z.boolean(),
  points: z.int(),
  accuracy: z.int(),
  speed: z.int().nullable(),
});

export const RecentMatches = z
  .object({
    matches: z.array(
      z.object({
        code: Code.nullable().meta({ description: 'Null for a match of a race.' }),
        scenario: z.string(),
        level: LevelName,
        outcome: z.enum(OUTCOMES),
        replay: z.string(),
        endedAt: z.int().meta({ description: 'Milliseconds since 1970.' }),
        teamwork: z.int().nullable().meta({ description: 'Null where it was not finished.' }),
        players: z.array(RecentPlayer),
      }),
    ),
  })
  .meta({ id: 'RecentMatches' });
export type RecentMatches = z.infer<typeof RecentMatches>;

/** A finished match as a film. */
export const Replay = z
  .object({
    scenario: z.string(),
    level: LevelName,
    endedAt: z.int().meta({ description: 'Milliseconds since 1970.' }),
    players: z.object({ client: ReplayPlayer, server: ReplayPlayer }),
    result: Result,
    rows: z.array(RowView).readonly(),
    steps: z
      .array(
        z.object({
          row: z.int().min(0),
          part: z.enum(['sent', 'arrived', 'whole']),
          time: z.number(),
          tcbs: z.object({ client: TcbView, server: TcbView }),
        }),
      )
      .readonly()
      .meta({ description: 'What happened, in order, with the TCBs of both ends after it.' }),
  })
  .meta({ id: 'Replay' });

/** The name under which a match can be watched again. Whoever has it may: it cannot be guessed. */
export const ReplayParams = z.object({ replay: MatchName });
export const CaptureQuery = z.object({
  mistakes: z
    .enum(['in', 'out'])
    .default('out')
    .meta({ description: 'Whether the wrong moves, which were never sent, are in the capture.' }),
});

export const Where = z
  .object({ urls: z.array(z.string()).meta({ description: 'Where others reach this server.' }) })
  .meta({ id: 'Where' });
export type Where = z.infer<typeof Where>;

export const CodeParams = z.object({ code: MatchCode });
export const Health = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({ id: 'Health' });
