import {
  LEVELS,
  LONGEST_ROSTER,
  MISCONCEPTIONS,
  MOST_ROUNDS,
  NICKNAMES,
  OUTCOMES,
  PAIRINGS,
  RACE_PHASES,
} from '@ackade/game';
import { z } from 'zod';
import { MatchName, RaceCode, WrittenRaceCode } from './code.ts';
import { Name, PlayerToken } from './http.ts';
import { LevelName, Milliseconds, Percent, Score } from './view.ts';

/** Races over HTTP: they are made, looked at, joined, and read when they are over. */

const MINUTE = 60_000;

const Count = z.int().min(0);
export const PlayerId = z.string().max(32).meta({ description: 'Names a player within a race.' });

export const RaceOptions = z
  .strictObject({
    time: z
      .int()
      .min(MINUTE / 4)
      .max(60 * MINUTE)
      .meta({ description: 'Of a round, ms.' }),
    timed: z.boolean().meta({ description: 'Whether speed counts beside accuracy.' }),
    swap: z.boolean().meta({
      description: 'Whether all change ends with every round, or keep them, where they can.',
    }),
    hints: z.boolean(),
    lateJoin: z
      .boolean()
      .meta({ description: 'Whether one may join after the first round began.' }),
    nicknames: z.enum(NICKNAMES).meta({ description: '`generated`: the server draws them.' }),
    roster: z.array(Name).max(LONGEST_ROSTER).readonly(),
    filter: z.boolean().meta({ description: 'Whether rude names are refused.' }),
    pairing: z.enum(PAIRINGS).meta({
      description: '`mixed`: strong with weak; `keep`: the same two; the rest is left to the lot.',
    }),
    grace: z
      .int()
      .min(0)
      .max(10 * MINUTE)
      .meta({
        description: 'How long one waits for a partner who is away before the bot goes on, ms.',
      }),
  })
  .meta({ id: 'RaceOptions' });

export const CreateRace = z
  .strictObject({
    scenarios: z.array(z.string().max(64)).min(1).max(MOST_ROUNDS).meta({
      description: 'One for each round.',
    }),
    level: z.enum(LEVELS),
    options: RaceOptions,
  })
  .meta({ id: 'CreateRace' });
export type CreateRace = z.infer<typeof CreateRace>;

export const RaceMade = z
  .object({
    code: WrittenRaceCode,
    host: z.string().meta({ description: 'Opens the controls of the race. Secret.' }),
    screen: z.string().meta({ description: 'Opens the projector’s view, and nothing else.' }),
  })
  .meta({ id: 'RaceMade' });
export type RaceMade = z.infer<typeof RaceMade>;

export const RaceSummary = z
  .object({
    code: WrittenRaceCode,
    phase: z.enum(RACE_PHASES),
    open: z.boolean().meta({ description: 'Whether one may join now.' }),
    nicknames: z.enum(NICKNAMES),
    roster: z
      .array(z.object({ name: z.string(), taken: z.boolean() }))
      .readonly()
      .meta({ description: 'The names to pick from; empty unless nicknames are `roster`.' }),
  })
  .meta({ id: 'RaceSummary' });
export type RaceSummary = z.infer<typeof RaceSummary>;

export const JoinRace = z
  .strictObject({
    key: z
      .string()
      .regex(/^[A-Za-z0-9_-]{22,64}$/)
      .meta({
        description:
          'Made by the client, and as hard to guess as a token: the same request, sent again, gets the same answer. Secret.',
      }),
    name: Name.nullable().meta({ description: 'Null where the server draws the names.' }),
    locale: z.enum(['en', 'zh-CN']).meta({ description: 'Of a name that is drawn.' }),
    player: PlayerToken.optional(),
  })
  .meta({ id: 'JoinRace' });
export type JoinRace = z.infer<typeof JoinRace>;

export const RaceJoined = z
  .object({
    code: WrittenRaceCode,
    name: z.string(),
    token: z.string().meta({
      description:
        'Lets its holder return to the race, and opens the seats of his matches. Secret.',
    }),
  })
  .meta({ id: 'RaceJoined' });
export type RaceJoined = z.infer<typeof RaceJoined>;

export const Leg = z
  .object({ scenario: z.string(), level: LevelName })
  .meta({ id: 'Leg', description: 'What a round plays.' });

export const Shown = z
  .object({
    code: z.enum(MISCONCEPTIONS),
    count: Count,
    example: Count.meta({
      description: 'Which of the wrong moves of the match showed it, from 0.',
    }),
  })
  .meta({ id: 'Shown', description: 'How often a player showed a misconception in a match.' });

export const Total = Score.extend({
  matches: Count.meta({ description: 'In which the player has made a move.' }),
}).meta({ id: 'Total' });

export const Lesson = z
  .object({
    code: z.enum(MISCONCEPTIONS),
    count: Count.meta({ description: 'How many moves showed it.' }),
    players: Count,
    match: MatchName.meta({ description: 'The first in which a move showed it.' }),
  })
  .meta({ id: 'Lesson', description: 'A misconception that players of the race showed.' });

const RaceSeatResult = z.object({
  player: PlayerId.nullable().meta({ description: 'Null for the bot.' }),
  score: Score,
  shown: z.array(Shown).readonly(),
});

export const RaceResults = z
  .object({
    code: WrittenRaceCode,
    createdAt: z.int().meta({ description: 'Milliseconds since 1970.' }),
    endedAt: z.int().nullable(),
    players: z.array(
      z.object({ id: PlayerId, name: z.string(), place: z.int().min(1), total: Total }),
    ),
    lessons: z
      .array(Lesson)
      .readonly()
      .meta({ description: 'All of them; what most players showed comes first.' }),
    rounds: z.array(
      z.object({
        leg: Leg,
        pairs: z.array(
          z.object({
            replay: MatchName,
            outcome: z.enum(OUTCOMES),
            teamwork: Percent.nullable().meta({
              description: 'Null where the match was not finished.',
            }),
            took: Milliseconds,
            seats: z.object({ client: RaceSeatResult, server: RaceSeatResult }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'RaceResults', description: 'Every round that is over, pair by pair.' });
export type RaceResults = z.infer<typeof RaceResults>;

export const RaceParams = z.object({ race: RaceCode });
