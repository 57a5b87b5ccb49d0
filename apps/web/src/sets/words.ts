/** What is wrong with a question or a file, in words. */
import type { Fault, FaultCode, FaultParams, Note, OwnForm } from '@ackade/sets';
import { m } from '../messages/sets.ts';

type Words = (params: FaultParams) => string;
const count =
  (of: (p: { count: number }) => string, name: string): Words =>
  (params) =>
    of({ count: Number(params[name]) });
const text =
  (of: (p: { text: string }) => string, name: string): Words =>
  (params) =>
    of({ text: String(params[name]) });

const FAULT_WORDS: Readonly<Record<FaultCode, Words>> = {
  empty: m.fault_empty,
  'too-long': count(m.fault_too_long, 'most'),
  'too-few': count(m.fault_too_few, 'least'),
  'too-many': count(m.fault_too_many, 'most'),
  duplicate: m.fault_duplicate,
  'bad-character': m.fault_bad_character,
  'no-right-answer': m.fault_no_right_answer,
  'weight-out-of-range': m.fault_weight_out_of_range,
  'weights-do-not-add-up': count(m.fault_weights_do_not_add_up, 'sum'),
  'bad-range': m.fault_bad_range,
  'seconds-out-of-range': (p) => m.fault_seconds_out_of_range(range(p)),
  'too-large': m.fault_too_large,
  'not-utf8': m.fault_not_utf8,
  'no-questions': m.fault_no_questions,
  'too-many-questions': count(m.fault_too_many_questions, 'most'),
  'not-supported': text(m.fault_not_supported, 'what'),
  picture: m.fault_picture,
  'unclosed-name': m.fault_unclosed_name,
  'unclosed-answer': m.fault_unclosed_answer,
  'unopened-answer': m.fault_unopened_answer,
  'blank-line-in-answer': m.fault_blank_line_in_answer,
  'second-answer': m.fault_second_answer,
  'no-arrow': m.fault_no_arrow,
  'bad-number': text(m.fault_bad_number, 'text'),
  'bad-weight': m.fault_bad_weight,
  'bad-xml': text(m.fault_bad_xml, 'reason'),
  doctype: m.fault_doctype,
  'not-a-quiz': text(m.fault_not_a_quiz, 'what'),
  'missing-element': text(m.fault_missing_element, 'what'),
  units: m.fault_units,
  'bad-spreadsheet': m.fault_bad_spreadsheet,
  'no-header': m.fault_no_header,
  'bad-correct-answers': text(m.fault_bad_correct_answers, 'text'),
  'bad-time-limit': (p) => m.fault_bad_time_limit(range(p)),
};

const range = ({ least, most }: FaultParams) => ({ least: Number(least), most: Number(most) });

export const faultWords = ({ code, params }: Pick<Fault, 'code' | 'params'>): string =>
  FAULT_WORDS[code](params);

/** In a spreadsheet lines are rows. */
export const placeWords = ({ line, column }: Fault | Note): string =>
  column === null ? m.place_line({ line }) : m.place_column({ line, column });

export const noteWords = ({ code, params }: Note): string =>
  code === 'formatting' ? m.note_formatting() : m.note_left_out({ what: String(params['what']) });

export const FORM_WORDS: Readonly<Record<OwnForm, () => string>> = {
  one: m.form_one,
  many: m.form_many,
  truth: m.form_truth,
  match: m.form_match,
  text: m.form_text,
  number: m.form_number,
};
