import { describe, expect, it } from 'vitest';
import { readMoodleXml } from './moodle-reader.ts';

const quiz = (...inside: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${inside.join('\n')}\n</quiz>`;
const question = (type: string, inside: string): string =>
  `<question type="${type}"><name><text>Q</text></name><questiontext format="html"><text><![CDATA[<p>Which?</p>]]></text></questiontext>${inside}</question>`;
const faults = (source: string) => {
  const reading = readMoodleXml(source);
  return reading.ok ? [] : reading.faults.map((f) => [f.line, f.code]);
};

describe('Moodle XML', () => {
  it('one of several, as Moodle writes it', () => {
    const reading = readMoodleXml(
      quiz(
        '<question type="category"><category><text>$course$/top/TCP</text></category><info format="html"><text></text></info></question>',
        question(
          'multichoice',
          `<generalfeedback format="html"><text>&lt;p&gt;RFC 9293&lt;/p&gt;</text></generalfeedback>
          <defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber>7</idnumber>
          <single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>
          <correctfeedback format="html"><text>Well done</text></correctfeedback>
          <answer fraction="100" format="html"><text><![CDATA[<p>SYN</p>]]></text><feedback format="html"><text>yes</text></feedback></answer>
          <answer fraction="33.33333" format="moodle_auto_format"><text>a &lt; b</text></answer>
          <tags><tag><text>skill=handshake</text></tag><tag><text>exam</text></tag></tags>`,
        ),
      ),
    );
    expect(reading).toEqual({
      ok: true,
      questions: [
        {
          form: 'one',
          name: 'Q',
          prompt: 'Which?',
          explanation: 'RFC 9293',
          skill: 'handshake',
          category: 'TCP',
          seconds: null,
          tags: ['exam'],
          idnumber: '7',
          choices: [
            { text: 'SYN', weight: 100, feedback: 'yes' },
            { text: 'a < b', weight: 33.33333, feedback: '' },
          ],
        },
      ],
      notes: [{ line: 7, column: 12, code: 'left-out', params: { what: 'correctfeedback' } }],
    });
  });

  it('all that are right, true and false, pairs, texts and numbers', () => {
    const reading = readMoodleXml(
      quiz(
        question(
          'multichoice',
          '<single>false</single><answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer>',
        ),
        question(
          'truefalse',
          '<answer fraction="0"><text>true</text><feedback><text>no</text></feedback></answer><answer fraction="100"><text>false</text></answer>',
        ),
        question(
          'matching',
          '<subquestion><text>a</text><answer><text>1</text></answer></subquestion><subquestion><text>b</text><answer><text>2</text></answer></subquestion><subquestion><text></text><answer><text>3</text></answer></subquestion>',
        ),
        question(
          'shortanswer',
          '<usecase>1</usecase><answer fraction="100"><text>SYN*</text></answer>',
        ),
        question(
          'numerical',
          '<answer fraction="100"><text>5</text><tolerance>0.5</tolerance></answer><answer fraction="0"><text>*</text><feedback><text>no</text></feedback></answer>',
        ),
      ),
    );
    expect(reading).toMatchObject({
      questions: [
        { form: 'many' },
        { form: 'truth', is: false, whenTrue: 'no' },
        { form: 'match', pairs: [{ left: 'a' }, { right: '2' }], decoys: ['3'] },
        { form: 'text', caseSensitive: true, answers: [{ text: 'SYN*' }] },
        { form: 'number', answers: [{ value: 5, tolerance: 0.5 }], otherwise: 'no' },
      ],
    });
  });

  it.each([
    ['no XML', 'hello', [[1, 'bad-xml']]],
    ['what does not end', '<quiz>\n<question>', [[2, 'bad-xml']]],
    [
      'another document',
      '<rss></rss>',
      [
        [1, 'not-a-quiz'],
        [1, 'no-questions'],
      ].slice(0, 1),
    ],
    ['an essay', quiz(question('essay', '')), [[3, 'not-supported']]],
    ['a cloze', quiz(question('truefalse', TRUE()), question('cloze', '')), [[4, 'not-supported']]],
    [
      'a picture in a file',
      quiz(
        '<question type="truefalse"><questiontext><text>A</text>\n<file name="a.png">AAAA</file></questiontext>',
        `${TRUE()}</question>`,
      ),
      [[4, 'picture']],
    ],
    [
      'units',
      quiz(
        question(
          'numerical',
          '<answer fraction="100"><text>5</text></answer><units><unit/></units>',
        ),
      ),
      [[3, 'units']],
    ],
    ['a document type', '<!DOCTYPE quiz>\n<quiz/>', [[1, 'doctype']]],
    [
      'entities that would grow',
      '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<quiz>&b;</quiz>',
      [[1, 'doctype']],
    ],
    ['a file that is not here', quiz('&secret;'), [[3, 'bad-xml']]],
    ['a well of elements', `<quiz>${'<a>'.repeat(100_000)}`, [[1, 'bad-xml']]],
  ])('refuses %s, where it stands', (_, source, expected) => {
    expect(faults(source)).toEqual(expected);
  });
});

function TRUE(): string {
  return '<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>';
}
