import { SKILLS } from '@ackade/game';
import { NOTES, OWN_FORMS, SET_LANGUAGES, SET_LIMITS } from '@ackade/sets';
import { z } from 'zod';
import { CODE_LENGTH, typed, written } from './code.ts';
import { PlayerToken } from './http.ts';

/**
 * Question sets, over HTTP under `/api/sets`. Whoever has the code of one may study with it; whoever has the token that
 * came when it was made may read and change it. What can be wrong with one is in `docs/question-sets.md`.
 */

/** What those type who study with a set; lower case is read as upper case. */
export const SetCode = typed(z.string().regex(written(CODE_LENGTH.set)));
export const SetParams = z.object({ set: SetCode });

/** Questions of a set, where one is named, mixed with others. */
export const FromSet = {
  set: SetCode.optional().meta({ description: 'The question set to take questions from.' }),
  mix: z.int().min(0).max(100).optional().meta({
    description: 'How many of the questions are not of `set`, percent; 0 where it is left out.',
  }),
};

/** Whoever may change the set. */
export const SetOwner = z.object({
  authorization: z
    .string()
    .max(128)
    .transform((s) => s.replace(/^Bearer /, ''))
    .pipe(PlayerToken)
    .meta({ description: '`Bearer` and the token of the owner.' }),
});

/** Longer than anything that is accepted, so that what is too long is refused with its place. */
const Text = z.string().max(4 * SET_LIMITS.prompt);
const Weight = z.number().meta({ description: 'Percent; 100 is right.' });

const common = {
  name: Text.meta({ description: 'What the instructor finds it by.' }),
  prompt: Text,
  explanation: Text.meta({ description: 'Said to everybody afterwards.' }),
  skill: z.enum(SKILLS).nullable(),
  category: Text.meta({ description: 'With `/` between a category and what is in it.' }),
  seconds: z.number().nullable().meta({ description: 'A time limit.' }),
  tags: z.array(Text).max(100).readonly(),
  idnumber: Text.meta({ description: 'What another system knows it by.' }),
};

const OwnChoice = z
  .strictObject({ text: Text, weight: Weight, feedback: Text })
  .meta({ id: 'OwnChoice' });
const Choices = z.array(OwnChoice).max(100).readonly();
const NumberRest = { weight: Weight, feedback: Text };

const choice = <F extends 'one' | 'many'>(form: F) =>
  z.strictObject({ form: z.literal(form), ...common, choices: Choices });

export const OwnQuestion = z
  .discriminatedUnion('form', [
    choice('one'),
    choice('many'),
    z.strictObject({
      form: z.literal('truth'),
      ...common,
      is: z.boolean(),
      whenTrue: Text.meta({ description: 'Said to who thinks that it is true.' }),
      whenFalse: Text,
    }),
    z.strictObject({
      form: z.literal('match'),
      ...common,
      pairs: z
        .array(z.strictObject({ left: Text, right: Text }))
        .max(100)
        .readonly(),
      decoys: z.array(Text).max(100).readonly(),
    }),
    z.strictObject({
      form: z.literal('text'),
      ...common,
      answers: Choices.meta({ description: '`*` stands for any characters.' }),
      caseSensitive: z.boolean(),
    }),
    z.strictObject({
      form: z.literal('number'),
      ...common,
      answers: z
        .array(
          z.union([
            z.strictObject({ value: z.number(), tolerance: z.number(), ...NumberRest }),
            z.strictObject({ least: z.number(), most: z.number(), ...NumberRest }),
          ]),
        )
        .max(100)
        .readonly(),
      otherwise: Text.meta({ description: 'Said where none fits.' }),
    }),
  ])
  .meta({ id: 'OwnQuestion', description: `A question of a set: ${OWN_FORMS.join(', ')}.` });

export const QuestionSet = z
  .strictObject({
    title: Text,
    language: z.enum(SET_LANGUAGES).meta({ description: 'Of its questions.' }),
    questions: z
      .array(OwnQuestion)
      .max(SET_LIMITS.questions + 1)
      .readonly(),
  })
  .meta({ id: 'QuestionSet' });

const Version = z.int().min(1);

export const SetMade = z
  .object({
    code: z.string().meta({ description: 'Seven characters of A–Z and 2–9 without I and O.' }),
    token: z.string().meta({ description: "The owner's. Secret." }),
    version: Version,
  })
  .meta({ id: 'SetMade' });
export type SetMade = z.infer<typeof SetMade>;

export const ReplaceSet = z
  .strictObject({
    set: QuestionSet,
    version: Version.meta({ description: 'The one that was changed.' }),
  })
  .meta({ id: 'ReplaceSet', description: 'Sessions that have begun go on with what they had.' });
export type ReplaceSet = z.infer<typeof ReplaceSet>;

export const SetReplaced = z.object({ version: Version }).meta({ id: 'SetReplaced' });
export type SetReplaced = z.infer<typeof SetReplaced>;

export const SetSummary = z
  .object({
    code: z.string(),
    title: z.string(),
    language: z.enum(SET_LANGUAGES),
    count: z.int().meta({ description: 'Of its questions.' }),
  })
  .meta({ id: 'SetSummary', description: 'What everybody may know of a question set.' });
export type SetSummary = z.infer<typeof SetSummary>;

export const WholeSet = z
  .object({
    set: QuestionSet,
    version: Version,
    updatedAt: z.int().meta({ description: 'Milliseconds since 1970.' }),
  })
  .meta({ id: 'WholeSet', description: 'A question set with its answers, for its owner.' });
export type WholeSet = z.infer<typeof WholeSet>;

export const ImportQuery = z.object({
  format: z.enum(['gift', 'moodle', 'kahoot']).optional().meta({
    description: 'What the file looks like where it is left out.',
  }),
});

export const Imported = z
  .object({
    questions: z.array(OwnQuestion).readonly(),
    notes: z
      .array(
        z.object({
          line: z.int(),
          column: z.int().nullable(),
          code: z.enum(NOTES),
          params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
        }),
      )
      .readonly()
      .meta({ description: 'What was left out of questions that ask the same without it.' }),
  })
  .meta({ id: 'Imported', description: 'The questions of a file. Nothing is stored of them.' });
export type Imported = z.infer<typeof Imported>;

export const ExportQuery = z.object({ format: z.enum(['gift', 'moodle', 'json']) });
