/** Kahoot's quiz spreadsheet: a row for each question, below the row that says so. */
import type { Place, Reading } from './fault.ts';
import { FULL, type OwnChoice, SET_LIMITS } from './question.ts';
import { newReport, type Report } from './report.ts';
import { type Cell, type Row, readSheet } from './spreadsheet.ts';

/** Reads the octets of an `.xlsx` file. Never throws; takes time in proportion to their number. */
export function readKahoot(octets: Uint8Array): Reading {
  const rows = readSheet(octets);
  if ('code' in rows) return { ok: false, faults: [rows] };
  const report = newReport();
  const at = rows.findIndex((row) => columnsOf(row) !== null);
  const header = rows[at];
  const columns = header && columnsOf(header);
  if (columns) {
    for (const row of rows.slice(at + 1)) {
      if (report.full()) break;
      readRow(report, row, columns);
    }
  } else report.fault({ line: 1, column: null }, 'no-header');
  return report.reading();
}

type Columns = {
  readonly question: number;
  readonly answers: readonly number[];
  readonly seconds: number | null;
  readonly right: number;
};

/** Null for a row that is not the header. Kahoot's own begins `Question - max 120 characters`, in capitals or not. */
function columnsOf({ cells }: Row): Columns | null {
  const find = (start: RegExp): number[] =>
    [...cells].filter(([, { text }]) => start.test(text)).map(([column]) => column);
  const [question] = find(/^question\b/i);
  const [seconds = null] = find(/^time\b/i);
  const [right] = find(/^correct\b/i);
  const answers = find(/^answer\s*\d/i);
  if (question === undefined || right === undefined || answers.length < 2) return null;
  return { question, answers, seconds, right };
}

function readRow(report: Report, { row, cells }: Row, columns: Columns) {
  const { question, answers, seconds, right } = columns;
  const place = (column: number): Place => ({ line: row, column });
  const said = answers.map((column) => cells.get(column));
  // The template is numbered as far as it goes.
  if (!cells.has(question) && said.every((cell) => !cell)) return;
  const chosen = rightOf(cells.get(right), answers.length);
  if (!chosen || chosen.some((n) => !said[n - 1]))
    return report.fault(place(right), 'bad-correct-answers', {
      text: cells.get(right)?.text.slice(0, 40) ?? '',
    });
  const limit = secondsOf(seconds === null ? undefined : cells.get(seconds));
  if (limit === 'bad')
    return report.fault(place(seconds ?? right), 'bad-time-limit', {
      least: SET_LIMITS.seconds.least,
      most: SET_LIMITS.seconds.most,
    });
  const places = new Map<string, Place>([
    ['', place(question)],
    ['seconds', place(seconds ?? question)],
  ]);
  const weight = Math.round((FULL / chosen.length) * 1e5) / 1e5;
  const choices = said.flatMap((cell, i): OwnChoice[] =>
    cell ? [{ text: cell.text, weight: chosen.includes(i + 1) ? weight : 0, feedback: '' }] : [],
  );
  let k = 0;
  for (const [i, cell] of said.entries())
    if (cell) places.set(`choices.${k++}`, place(answers[i] as number));
  report.question(
    {
      form: chosen.length === 1 ? 'one' : 'many',
      name: '',
      prompt: cells.get(question)?.text ?? '',
      explanation: '',
      skill: null,
      category: '',
      seconds: limit,
      tags: [],
      idnumber: '',
      choices,
    },
    places,
  );
}

/** `1` or `1,3`, from 1, in order. A comma may have become a decimal point: such a number is none. */
function rightOf(cell: Cell | undefined, most: number): readonly number[] | null {
  if (!cell) return null;
  const parts = cell.text.split(/[,，;；、\s]+/).filter((part) => part !== '');
  const numbers = [...new Set(parts.map((part) => (/^\d$/.test(part) ? Number(part) : 0)))];
  if (numbers.length === 0) return null;
  return numbers.every((n) => n >= 1 && n <= most) ? numbers : null;
}

function secondsOf(cell: Cell | undefined): number | null | 'bad' {
  if (!cell) return null;
  const text = cell.text.replace(/\s*(?:s|secs?|seconds?|秒)\.?$/i, '');
  return /^\d{1,3}$/.test(text) ? Number(text) : 'bad';
}
