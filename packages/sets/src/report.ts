/** What a reader finds: questions, and what is wrong with them. */
import { problemsOf } from './check.ts';
import type { Fault, FaultCode, FaultParams, Note, NoteCode, Place, Reading } from './fault.ts';
import { plainText, type TextFormat } from './plain-text.ts';
import { type OwnQuestion, SET_LIMITS } from './question.ts';
import { tidiedQuestion } from './tidy.ts';

/** Nobody reads more; who mends these is told of the next. */
const MOST_FAULTS = 100;

export type Report = {
  fault(place: Place, code: FaultCode, params?: FaultParams): void;
  note(place: Place, code: NoteCode, params?: FaultParams): void;
  /** `source` in plain text; notes what is lost, and that pictures cannot be kept. */
  plain(source: string, format: TextFormat, place: Place): string;
  /** `places`: of its fields by their paths; '' is the question itself. */
  question(question: OwnQuestion, places: ReadonlyMap<string, Place>): void;
  /** Whether nothing that follows would be told any more. */
  full(): boolean;
  reading(): Reading;
};

export function newReport(): Report {
  const faults: Fault[] = [];
  const notes: Note[] = [];
  const questions: OwnQuestion[] = [];
  let count = 0;
  const report: Report = {
    fault(place, code, params = {}) {
      if (faults.length < MOST_FAULTS) faults.push({ ...place, code, params });
    },
    note(place, code, params = {}) {
      const before = notes.at(-1);
      const known = before?.line === place.line && before.code === code;
      if (!known && notes.length < MOST_FAULTS) notes.push({ ...place, code, params });
    },
    plain(source, format, place) {
      const { text, formatting, picture } = plainText(source, format);
      if (picture) report.fault(place, 'picture');
      else if (formatting) report.note(place, 'formatting');
      return text;
    },
    question(read, places) {
      count++;
      if (count === SET_LIMITS.questions + 1)
        report.fault(placeOf('', places), 'too-many-questions', { most: SET_LIMITS.questions });
      if (count > SET_LIMITS.questions) return;
      const question = tidiedQuestion(read);
      for (const { path, code, params } of problemsOf(question))
        report.fault(placeOf(path, places), code, params);
      questions.push(question);
    },
    full: () => faults.length === MOST_FAULTS || count > SET_LIMITS.questions,
    reading() {
      if (faults.length === 0 && questions.length === 0)
        report.fault({ line: 1, column: null }, 'no-questions');
      if (faults.length === 0) return { ok: true, questions, notes };
      return { ok: false, faults: faults.toSorted((a, b) => a.line - b.line) };
    },
  };
  return report;
}

/** Of the field, or of the nearest thing around it whose place is known. */
function placeOf(path: string, places: ReadonlyMap<string, Place>): Place {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const place = places.get(at);
    if (place) return place;
  }
  return places.get('') ?? { line: 1, column: null };
}
