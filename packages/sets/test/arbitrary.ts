/** Question sets of every kind that can be asked. */
import { SKILLS } from '@ackade/game';
import fc from 'fast-check';
import { type OwnQuestion, problemsOf, tidiedQuestion } from '../src/index.ts';

/** With everything that means something in GIFT or XML. */
const UNITS = [
  ...'\\~=#{}:%[]<>&;/-"\'$*.',
  '->',
  '\n',
  '//',
  '::',
  '[html]',
  '[plain]',
  '$CATEGORY: x',
  '&amp;',
  '<b>',
  '####',
  '%50%',
  'SYN',
  'n',
  'T',
  ' ',
  '  ',
  '握手',
  '🤝',
  '\u00a0',
  '\u2028',
  '_____',
  '@@',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...UNITS), { minLength: 1, maxLength: 8 }).map((all) => all.join('')),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
);
const text = anyText.map((t) => t.replace(/@@PLUGINFILE@@/g, '').trim()).filter((t) => t !== '');
const line = text.map((t) => t.replace(/[\n\t]/g, ' ').trim()).filter((t) => t !== '');
const optional = <T>(of: fc.Arbitrary<T>, none: T) => fc.oneof(fc.constant(none), of);

const weight = fc.integer({ min: -100, max: 99 });
const choice = fc.record({ text, weight, feedback: optional(text, '') });
const distinct = fc.uniqueArray(choice, {
  minLength: 2,
  maxLength: 6,
  selector: (c) => c.text.toLowerCase(),
});
const fullAt = <T extends { weight: number }>(all: readonly T[]): T[] =>
  all.map((c, i) => (i === all.length - 1 ? { ...c, weight: 100 } : c));

const common = fc.record({
  name: optional(line, ''),
  prompt: text,
  explanation: optional(text, ''),
  skill: fc.constantFrom(null, ...SKILLS),
  category: fc.constantFrom('', 'TCP', 'TCP/Opening {1}', 'top'),
  seconds: fc.constantFrom(null, 5, 20, 600),
  tags: fc.uniqueArray(line, { maxLength: 2 }),
  idnumber: optional(line, ''),
});

const finite = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
);
const near = fc.record({
  value: finite,
  tolerance: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 10, noNaN: true })),
});
const range = fc
  .tuple(finite, finite)
  .map(([a, b]) => ({ least: Math.min(a, b), most: Math.max(a, b) }));
const numberAnswer = (accepted: fc.Arbitrary<object>) =>
  fc
    .tuple(accepted, fc.record({ weight, feedback: optional(text, '') }))
    .map(([a, b]) => ({ ...a, ...b }) as { weight: number });

const forms = (accepted: fc.Arbitrary<object>) =>
  fc.oneof(
    distinct.map((c) => ({ form: 'one', choices: fullAt(c) })),
    distinct.map((c) => ({
      form: 'many',
      choices: c.map((one, i) => ({ ...one, weight: [60, 40][i] ?? Math.min(0, one.weight) })),
    })),
    fc.record({
      form: fc.constant('truth'),
      is: fc.boolean(),
      whenTrue: optional(text, ''),
      whenFalse: optional(text, ''),
    }),
    fc
      .uniqueArray(text, { minLength: 5, maxLength: 5 })
      .map(([a = '', b = '', c = '', d = '', e = '']) => ({
        form: 'match',
        pairs: [
          { left: a, right: b },
          { left: c, right: d },
        ],
        decoys: [e],
      })),
    fc.tuple(distinct, fc.boolean()).map(([answers, caseSensitive]) => ({
      form: 'text',
      answers: fullAt(answers),
      caseSensitive,
    })),
    fc
      .tuple(fc.array(numberAnswer(accepted), { minLength: 1, maxLength: 3 }), optional(text, ''))
      .map(([answers, otherwise]) => ({ form: 'number', answers: fullAt(answers), otherwise })),
  );

const of = (accepted: fc.Arbitrary<object>): fc.Arbitrary<OwnQuestion> =>
  fc
    .tuple(common, forms(accepted))
    .map(([c, f]) => tidiedQuestion({ ...c, ...f } as OwnQuestion))
    .filter((q) => problemsOf(q).length === 0);

export const anyQuestion = of(fc.oneof(near, range));
/** Without ranges, which Moodle does not know. */
export const moodleQuestion = of(near);
