import { describe, expect, it } from 'vitest';
import { archive, workbook } from '../test/workbook.ts';
import { readKahoot } from './kahoot-reader.ts';

const TITLE = [null, 'Quiz template'];
const HEADER = [
  null,
  'Question - max 120 characters',
  'Answer 1 - max 75 characters',
  'Answer 2 - max 75 characters',
  'Answer 3 - max 75 characters',
  'Answer 4 - max 75 characters',
  'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
  'Correct answer(s) - choose at least one',
];
const above = [TITLE, [], [], ['Remember: questions have a limit of 120 characters'], HEADER];
const read = (...rows: (string | number | null)[][]) => readKahoot(workbook([...above, ...rows]));

describe("Kahoot's spreadsheet", () => {
  it('is read wherever its header stands, with numbers for answers', () => {
    const expected = {
      ok: true,
      notes: [],
      questions: [
        {
          form: 'one',
          name: '',
          prompt: 'How many segments open a connection?',
          explanation: '',
          skill: null,
          category: '',
          seconds: 20,
          tags: [],
          idnumber: '',
          choices: [
            { text: '2', weight: 0, feedback: '' },
            { text: '3', weight: 100, feedback: '' },
            { text: '4', weight: 0, feedback: '' },
          ],
        },
      ],
    };
    const row = [1, 'How many segments open a connection?', 2, 3, 4, null, 20, 2];
    expect(read(row)).toEqual(expected);
    expect(readKahoot(workbook([HEADER, row], false))).toEqual(expected);
  });

  it('asks for all right answers where there are several', () => {
    const reading = read([1, 'Which open?', 'SYN', 'FIN', 'SYN,ACK', null, '60 secs', '1,3']);
    expect(reading).toMatchObject({
      questions: [
        {
          form: 'many',
          seconds: 60,
          choices: [{ weight: 50 }, { weight: 0 }, { weight: 50 }],
        },
      ],
    });
  });

  it('passes over rows that are only numbered', () => {
    expect(read([1, 'A?', 'a', 'b', null, null, 5, 1], [2], [3])).toMatchObject({
      questions: [{ prompt: 'A?' }],
    });
  });

  it('names the row and the column of everything that is wrong', () => {
    const reading = read(
      [1, 'A?', 'a', 'b', null, null, 20, 3],
      [2, 'B?', 'a', 'b', null, null, 'soon', 1],
      [3, 'C?', 'a', null, null, null, 20, 1],
      [4, null, 'a', 'b', null, null, 20, 1],
      [5, 'E?', 'a', 'a', null, null, 20, 1.2],
      [6, 'F?', 'a', 'a', null, null, 1, 1],
    );
    expect(reading.ok ? [] : reading.faults).toEqual([
      { line: 6, column: 8, code: 'bad-correct-answers', params: { text: '3' } },
      { line: 7, column: 7, code: 'bad-time-limit', params: { least: 5, most: 600 } },
      { line: 8, column: 2, code: 'too-few', params: { least: 2 } },
      { line: 9, column: 2, code: 'empty', params: {} },
      { line: 10, column: 8, code: 'bad-correct-answers', params: { text: '1.2' } },
      { line: 11, column: 4, code: 'duplicate', params: {} },
      { line: 11, column: 7, code: 'seconds-out-of-range', params: { least: 5, most: 600 } },
    ]);
  });

  it('is refused without its header, and when it is none', () => {
    const codes = (octets: Uint8Array) => {
      const reading = readKahoot(octets);
      return reading.ok ? [] : reading.faults.map((f) => f.code);
    };
    expect(codes(workbook([['Name', 'Points']]))).toEqual(['no-header']);
    expect(codes(new Uint8Array([0x50, 0x4b, 3, 4]))).toEqual(['bad-spreadsheet']);
    expect(codes(archive({}))).toEqual(['bad-spreadsheet']);
  });

  it('costs what it holds, not what it claims to hold', () => {
    const far = archive({
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
    });
    expect(readKahoot(far)).toMatchObject({ ok: false });
    const bomb = archive({ 'xl/worksheets/sheet1.xml': ' '.repeat(20_000_000) });
    expect(readKahoot(bomb)).toMatchObject({ faults: [{ code: 'bad-spreadsheet' }] });
  });

  it('of a great many empty cells is refused before they are all read', () => {
    const cells = archive({
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${'<c/>'.repeat(900_000)}</row></sheetData></worksheet>`,
    });
    const start = performance.now();
    expect(readKahoot(cells)).toMatchObject({ faults: [{ code: 'bad-spreadsheet' }] });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('has nothing in a cell that refers to no text, and rows where nobody has numbered them well', () => {
    const text = (s: string): string => `<c t="inlineStr"><is><t>${s}</t></is></c>`;
    const head = ['Question', 'Answer 1', 'Answer 2', 'Correct'].map(text).join('');
    const reading = readKahoot(
      archive({
        'xl/sharedStrings.xml': '<sst><si><t>stray</t></si></sst>',
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${head}</row>
          <row r="x">${text('A?')}${text('a')}<c t="s"/>${text('2')}</row></sheetData></worksheet>`,
      }),
    );
    expect(reading).toMatchObject({ faults: [{ line: 2, code: 'bad-correct-answers' }] });
  });
});
