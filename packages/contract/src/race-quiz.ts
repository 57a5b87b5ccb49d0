import { MOST_QUESTIONS } from '@ackade/game';
import { RULE_IDS } from '@ackade/tcp';
import { z } from 'zod';
import { FromSet } from './sets.ts';
import { CommandId } from './socket.ts';
import { Posed, Response } from './study.ts';
import { Milliseconds } from './view.ts';

/**
 * Questions that the host of a race puts to the class between two rounds. A question comes to everybody when it is
 * opened, without its answer, and once more when it is closed, with it.
 */

const SECOND = 1000;
const Count = z.int().min(0);

/** A question of a quiz of the race, both counted from 0: pressed or sent twice, it counts once. */
export const QuizMoment = z.strictObject({ quiz: Count, question: Count });

export const AskRequest = z
  .strictObject({
    commandId: CommandId,
    count: z.int().min(1).max(MOST_QUESTIONS),
    about: z.enum(['mistakes', 'everything']).meta({
      description: 'What is not of a set. `mistakes`: what this class has got wrong comes first.',
    }),
    ...FromSet,
    time: z
      .int()
      .min(5 * SECOND)
      .max(300 * SECOND)
      .meta({ description: 'To answer each, ms.' }),
  })
  .meta({ id: 'AskRequest', description: 'Only the host asks.' });
export type AskRequest = z.infer<typeof AskRequest>;

export const GiveAnswer = z
  .strictObject({ to: QuizMoment, response: Response })
  .meta({ id: 'GiveAnswer', description: 'The first answer to a question stands.' });
export type GiveAnswer = z.infer<typeof GiveAnswer>;

export const QuizPlace = z
  .object({
    place: z.int().min(1),
    points: Count,
    right: Count,
    answers: Count,
    players: Count.meta({ description: 'How many have answered something.' }),
  })
  .meta({ id: 'QuizPlace', description: 'Where a player stands in the quizzes of a race.' });

const QuizHead = z.object({
  ...QuizMoment.shape,
  of: Count.meta({ description: 'How many questions it has.' }),
  time: Milliseconds.meta({ description: 'To answer.' }),
  endsIn: Milliseconds.nullable().meta({ description: 'Null once the question is closed.' }),
});

export const QuizBoard = z
  .object({
    on: QuizHead.extend({ answers: Count }).nullable(),
    ranking: z
      .array(z.object({ player: z.string(), place: z.int().min(1), points: Count }))
      .readonly()
      .meta({ description: 'The first ten, over the questions that are closed.' }),
  })
  .meta({ id: 'QuizBoard' });

const QuizOwn = z.object({
  given: Response.nullable(),
  result: z.object({ right: z.boolean(), points: Count }).nullable(),
  place: QuizPlace.nullable(),
});

const QuizTold = z.object({
  solution: Response,
  explanation: z.string(),
  correction: z.string().nullable().meta({
    description: 'What holds instead of what one’s own wrong answer betrays.',
  }),
  rule: z.enum(RULE_IDS).nullable(),
  row: Count.nullable(),
  answers: Count,
  right: Count,
  chosen: z
    .array(Count)
    .readonly()
    .meta({ description: 'How often each of the choices was chosen.' }),
});

export const QuizQuestion = QuizHead.extend({
  posed: Posed,
  own: QuizOwn.nullable().meta({ description: 'Null for the host and for projectors.' }),
  told: QuizTold.nullable().meta({ description: 'Null as long as the question is open.' }),
}).meta({ id: 'QuizQuestion' });
export type QuizQuestion = z.infer<typeof QuizQuestion>;

export const Quiz = z
  .object({ on: QuizQuestion.nullable().meta({ description: 'Null: nothing is asked any more.' }) })
  .meta({ id: 'Quiz' });
export type Quiz = z.infer<typeof Quiz>;
