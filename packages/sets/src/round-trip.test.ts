import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuestion, moodleQuestion } from '../test/arbitrary.ts';
import { readGift, readMoodleXml, writeGift, writeMoodleXml } from './files.ts';

const some = (question: typeof anyQuestion) => fc.array(question, { minLength: 1, maxLength: 5 });

describe('what is written is read back as it was', () => {
  it('in GIFT', () =>
    fc.assert(
      fc.property(some(anyQuestion), (questions) => {
        expect(readGift(writeGift(questions))).toEqual({ ok: true, questions, notes: [] });
      }),
      { numRuns: 400 },
    ));

  it('in Moodle XML', () =>
    fc.assert(
      fc.property(some(moodleQuestion), (questions) => {
        expect(readMoodleXml(writeMoodleXml(questions))).toEqual({
          ok: true,
          questions,
          notes: [],
        });
      }),
      { numRuns: 400 },
    ));

  it('from GIFT to Moodle XML and back', () =>
    fc.assert(
      fc.property(some(moodleQuestion), (questions) => {
        const first = readMoodleXml(writeMoodleXml(questions));
        const second = first.ok && readGift(writeGift(first.questions));
        expect(second).toEqual({ ok: true, questions, notes: [] });
      }),
    ));
});
