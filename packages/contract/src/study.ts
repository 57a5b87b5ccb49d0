import {
  LEVELS,
  LONGEST_SESSION,
  MASTERY_LEVELS,
  MODES,
  NEXT_STEPS,
  OUTCOMES,
  QUESTION_KINDS,
  SHORTEST_SESSION,
  SKILLS,
} from '@ackade/game';
import { ENDPOINTS, RULE_IDS } from '@ackade/tcp';
import { z } from 'zod';
import { CODE_LENGTH, typed, written } from './code.ts';
import { Name, PlayerToken } from './http.ts';
import { FromSet } from './sets.ts';
import { RowView, TcbView } from './view.ts';

/**
 * Studying alone, over HTTP under `/api/study`. Who studies is known by the token of his device, in the Authorization
 * header; there is no account. A question comes with neither its answer nor anything from which that follows: these
 * come when it has been answered.
 */

/** Whose device asks. */
export const Bearer = z.object({
  authorization: z
    .string()
    .max(128)
    .transform((s) => s.replace(/^Bearer /, ''))
    .pipe(PlayerToken)
    .meta({ description: '`Bearer` and the token of the device.' }),
});

const Offset = z
  .int()
  .min(-14 * 60)
  .max(14 * 60)
  .meta({ description: 'What the clock of the learner is ahead of UTC, minutes.' });

export const Locale = z.enum(['en', 'zh-CN']).meta({ description: 'Of the sentences.' });
export type Locale = z.infer<typeof Locale>;

const SkillName = z.enum(SKILLS);
const Index = z.int().min(0);
const Percentage = z.int().min(0).max(100);
const Time = z.int().meta({ description: 'Milliseconds since 1970.' });

const MOST_CHOICES = 20;
const LONGEST_TEXT = 500;
const Indices = z.array(Index).min(1).max(MOST_CHOICES).readonly();

/** What one can answer; of the form that the question asks for. */
export const Response = z
  .discriminatedUnion('form', [
    z.strictObject({ form: z.literal('one'), choice: Index }),
    z.strictObject({ form: z.literal('many'), choices: Indices }),
    z.strictObject({ form: z.literal('order'), order: Indices }),
    z.strictObject({ form: z.literal('match'), right: Indices }),
    z.strictObject({ form: z.literal('text'), text: z.string().max(LONGEST_TEXT) }),
    z.strictObject({ form: z.literal('number'), number: z.number() }),
  ])
  .meta({
    id: 'Response',
    description:
      'An answer. `order`: all choices, first to last; `match`: for each of `left` which of `right`, as an index.',
  });
export type Response = z.infer<typeof Response>;

const FORMS = ['one', 'many', 'order', 'match', 'text', 'number'] as const;

/** A question as it is put to who is asked. */
export const Posed = z
  .object({
    position: Index.meta({ description: 'In the session, from 0.' }),
    kind: z.enum([...QUESTION_KINDS, 'own']).meta({ description: '`own`: of a question set.' }),
    skill: SkillName.nullable(),
    form: z.enum(FORMS),
    prompt: z.string(),
    figure: z.array(RowView).readonly().meta({
      description: 'The ladder, or nothing. Its last row is what is asked about, where one is.',
    }),
    frames: z
      .array(z.int().min(1))
      .readonly()
      .nullable()
      .meta({ description: 'Of a capture: the number of the frame that each row shows.' }),
    known: z
      .object({ at: z.enum(ENDPOINTS), tcb: TcbView })
      .nullable()
      .meta({ description: 'The TCB before what is asked about.' }),
    choices: z.array(z.string()).readonly().meta({
      description: 'To choose from, or to put in order; the right-hand side of a `match`.',
    }),
    rows: z.array(Index).readonly().exactOptional().meta({
      description: 'Where the choices are rows of the figure: which row each of them is.',
    }),
    left: z.array(z.string()).readonly().meta({ description: 'The left-hand side of a `match`.' }),
  })
  .meta({ id: 'Posed', description: 'A question, without its answer.' });
export type Posed = z.infer<typeof Posed>;

/** What comes of an answer. */
export const Revealed = z
  .object({
    position: Index,
    right: z.boolean(),
    response: Response.meta({ description: 'The answer that counts: the first.' }),
    solution: Response.meta({ description: 'A right one.' }),
    explanation: z.string(),
    correction: z.string().nullable().meta({
      description: 'What holds instead of the belief that the wrong answer betrays.',
    }),
    rule: z.enum(RULE_IDS).nullable().meta({ description: 'The paragraph of RFC 9293.' }),
    row: Index.nullable().meta({ description: 'The row of the figure that decides, if one does.' }),
  })
  .meta({ id: 'Revealed', description: 'The answer to a question that has been answered.' });
export type Revealed = z.infer<typeof Revealed>;

export const BeginSession = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{22,64}$/)
      .meta({ description: 'Made by the client: sent again, it is the same session.' }),
    count: z.int().min(SHORTEST_SESSION).max(LONGEST_SESSION),
    offset: Offset,
    skills: z
      .array(SkillName)
      .max(SKILLS.length)
      .readonly()
      .meta({ description: 'Only about these; about all where it is empty.' }),
    ...FromSet,
  })
  .meta({ id: 'BeginSession' });
export type BeginSession = z.infer<typeof BeginSession>;

export const StudySession = z
  .object({
    id: z.string(),
    count: z.int(),
    answers: z
      .array(z.boolean())
      .readonly()
      .meta({ description: 'Whether each answer so far was right.' }),
    over: z.boolean(),
    next: Posed.nullable().meta({ description: 'What is to be answered now.' }),
  })
  .meta({ id: 'StudySession' });
export type StudySession = z.infer<typeof StudySession>;

export const AnswerQuestion = z
  .strictObject({
    session: z.string().max(64),
    position: Index,
    response: Response,
    took: z.int().min(0).max(3_600_000).nullable().meta({
      description: 'ms; null where nobody looked at the clock.',
    }),
  })
  .meta({ id: 'AnswerQuestion', description: 'The first answer at a position stands.' });
export type AnswerQuestion = z.infer<typeof AnswerQuestion>;

export const Answered = z
  .object({ revealed: Revealed, session: StudySession })
  .meta({ id: 'Answered' });
export type Answered = z.infer<typeof Answered>;

/** A session question by question, as far as it has been answered. */
export const SessionReview = z
  .object({ questions: z.array(z.object({ posed: Posed, revealed: Revealed })).readonly() })
  .meta({ id: 'SessionReview' });
export type SessionReview = z.infer<typeof SessionReview>;

export const LeaveSession = z
  .strictObject({ session: z.string().max(64) })
  .meta({ id: 'LeaveSession', description: 'What was answered in it counts all the same.' });

const Level = z.enum(LEVELS);

/** All that the pages for studying show of a learner. */
export const StudyState = z
  .object({
    name: z.string().nullable(),
    devices: z.int().min(0).meta({ description: '0 where nothing is kept of this device yet.' }),
    skills: z
      .array(
        z.object({
          skill: SkillName,
          level: z.enum(MASTERY_LEVELS),
          mastery: Percentage,
          due: z.int().min(0).meta({ description: 'What would be forgotten soon.' }),
          practisedAt: Time.nullable(),
          nextDueAt: Time.nullable(),
        }),
      )
      .readonly(),
    next: z.enum(NEXT_STEPS).meta({ description: 'What would be best to do now.' }),
    streak: z.object({
      length: z.int().min(0).meta({ description: 'Days in a row, as of today.' }),
      longest: z.int().min(0),
      today: z.boolean().meta({ description: 'Whether today counts already.' }),
    }),
    session: z
      .object({ id: z.string(), count: z.int(), answered: z.int(), over: z.boolean() })
      .nullable(),
    daily: z
      .array(z.object({ scenario: z.string(), level: Level, done: z.boolean() }))
      .readonly()
      .meta({ description: 'The three scenarios of the day.' }),
    bests: z
      .array(
        z.object({
          scenario: z.string(),
          level: Level,
          points: z.int(),
          took: z.int().meta({ description: 'ms.' }),
        }),
      )
      .readonly(),
    learned: z.array(z.string()).readonly().meta({ description: 'Steps of the lesson.' }),
  })
  .meta({ id: 'StudyState' });
export type StudyState = z.infer<typeof StudyState>;

/** All that is kept of a learner, to be read without this program. */
export const StudyExport = z
  .object({
    schema: z.literal('ackade-learner-1'),
    exportedAt: z.iso.datetime(),
    name: z.string().nullable(),
    devices: z.int(),
    skills: z.array(
      z.object({
        skill: SkillName,
        level: z.enum(MASTERY_LEVELS),
        mastery: Percentage,
        rating: z.number().meta({ description: 'Elo.' }),
        answers: z.int(),
        memories: z.array(
          z.object({
            variant: z.string().meta({ description: 'The situation.' }),
            stability: z.number().meta({ description: 'Days, of FSRS.' }),
            difficulty: z.number().meta({ description: '1 to 10, of FSRS.' }),
            seenAt: z.iso.datetime(),
            dueAt: z.iso.datetime(),
          }),
        ),
      }),
    ),
    streak: z.object({ length: z.int(), longest: z.int() }),
    bests: StudyState.shape.bests,
    learned: StudyState.shape.learned,
    matches: z.array(
      z.object({
        scenario: z.string(),
        level: Level,
        mode: z.enum(MODES),
        outcome: z.enum(OUTCOMES),
        endedAt: z.iso.datetime(),
        seats: z.array(
          z.object({
            seat: z.enum(ENDPOINTS),
            name: z.string(),
            points: z.int(),
            accuracy: z.int(),
          }),
        ),
      }),
    ),
    history: z
      .array(z.looseObject({ type: z.string(), at: z.iso.datetime() }))
      .meta({ description: 'Everything that has happened, in order.' }),
  })
  .meta({ id: 'StudyExport', description: 'All that is kept of a learner.' });
export type StudyExport = z.infer<typeof StudyExport>;

export const StudyQuery = z.object({
  offset: z
    .string()
    .regex(/^[+-]?\d{1,3}$/)
    .transform(Number)
    .pipe(Offset),
});
export const LocaleQuery = z.object({ locale: Locale });

export const LearnStep = z.strictObject({ step: z.string().max(64) }).meta({ id: 'LearnStep' });
export type LearnStep = z.infer<typeof LearnStep>;

export const RenameLearner = z
  .strictObject({ name: Name.nullable().meta({ description: 'Null to have none.' }) })
  .meta({ id: 'RenameLearner' });
export type RenameLearner = z.infer<typeof RenameLearner>;

/** As the server writes it. */
const WrittenLinkCode = z.string().regex(written(CODE_LENGTH.device));

export const LinkCode = z
  .object({ code: WrittenLinkCode, expiresAt: Time })
  .meta({ id: 'LinkCode', description: 'Lets another device join, once, for a short time.' });
export type LinkCode = z.infer<typeof LinkCode>;

export const JoinDevice = z
  .strictObject({ code: typed(WrittenLinkCode) })
  .meta({ id: 'JoinDevice', description: 'What this device has learned comes with it.' });
export type JoinDevice = z.input<typeof JoinDevice>;
