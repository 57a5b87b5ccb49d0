import { describe, expect, it } from 'vitest';
import { readGift } from './gift-reader.ts';

const questions = (text: string) => {
  const reading = readGift(text);
  expect(reading).toMatchObject({ ok: true });
  return reading.ok ? reading.questions : [];
};
const faults = (text: string) => {
  const reading = readGift(text);
  return reading.ok ? [] : reading.faults.map((f) => [f.line, f.column, f.code]);
};

describe('GIFT', () => {
  it('one of several, with names, feedback, weights and comments', () => {
    const [question] = questions(`
// What comes first
// [id:tcp-1] [tag:opening] [tag:skill=handshake]
::Opening:: Which segment opens a connection? {
  =SYN # Right: it carries the ISS.
  // not this one
  ~%50%SYN,ACK # That comes second.
  ~FIN
  #### RFC 9293, 3.5
}`);
    expect(question).toEqual({
      form: 'one',
      name: 'Opening',
      prompt: 'Which segment opens a connection?',
      explanation: 'RFC 9293, 3.5',
      skill: 'handshake',
      category: '',
      seconds: null,
      tags: ['opening'],
      idnumber: 'tcp-1',
      choices: [
        { text: 'SYN', weight: 100, feedback: 'Right: it carries the ISS.' },
        { text: 'SYN,ACK', weight: 50, feedback: 'That comes second.' },
        { text: 'FIN', weight: 0, feedback: '' },
      ],
    });
  });

  it('all that are right, where nothing is with =', () => {
    expect(
      questions('Which bits does a handshake use? {~%50%SYN ~%50%ACK ~%-100%URG}'),
    ).toMatchObject([
      { form: 'many', choices: [{ weight: 50 }, { weight: 50 }, { weight: -100 }] },
    ]);
  });

  it.each([
    ['{T}', true, '', ''],
    ['{FALSE}', false, '', ''],
    ['{true#no#yes}', true, 'yes', 'no'],
    ['{F#no}', false, 'no', ''],
  ])('true and false: %s', (answer, is, whenTrue, whenFalse) => {
    expect(questions(`A SYN takes a number. ${answer}`)).toMatchObject([
      { form: 'truth', is, whenTrue, whenFalse },
    ]);
  });

  it('short answers, with weights', () => {
    expect(questions('The opposite of active is {=passive =%50%passif}.')).toMatchObject([
      {
        form: 'text',
        prompt: 'The opposite of active is _____ .',
        answers: [
          { text: 'passive', weight: 100 },
          { text: 'passif', weight: 50 },
        ],
        caseSensitive: false,
      },
    ]);
  });

  it('pairs, and what belongs to none', () => {
    expect(questions('Match. {=SYN -> opens =FIN -> closes = -> resets}')).toMatchObject([
      {
        form: 'match',
        pairs: [
          { left: 'SYN', right: 'opens' },
          { left: 'FIN', right: 'closes' },
        ],
        decoys: ['resets'],
      },
    ]);
  });

  it.each([
    ['{#5}', [{ value: 5, tolerance: 0, weight: 100 }]],
    ['{#-5.5:0.1}', [{ value: -5.5, tolerance: 0.1 }]],
    ['{#1..3}', [{ least: 1, most: 3 }]],
    [
      '{#=%100%5:0 =%50%5:1#close}',
      [
        { value: 5, tolerance: 0 },
        { value: 5, tolerance: 1, weight: 50, feedback: 'close' },
      ],
    ],
  ])('numbers: %s', (answer, answers) => {
    expect(questions(`How many? ${answer}`)).toMatchObject([{ form: 'number', answers }]);
  });

  it('numbers, with something to say to all others', () => {
    expect(questions('How many? {#=3 ~#Count again.}')).toMatchObject([
      { answers: [{ value: 3 }], otherwise: 'Count again.' },
    ]);
  });

  it('escapes', () => {
    expect(
      questions(String.raw`::a\:b::x \= \{1\} \~ \# \\ \frac two\nlines {=\=\~ ~C\:\\n}`),
    ).toMatchObject([
      {
        name: 'a:b',
        prompt: 'x = {1} ~ # \\ \\frac two\nlines',
        choices: [{ text: '=~' }, { text: 'C:\\n' }],
      },
    ]);
  });

  it('categories, with or without a line after them', () => {
    expect(
      questions('$CATEGORY: $course$/top/TCP/Opening\n\nA{T}\n\n$CATEGORY: Closing\nB{F}\n\nC{T}'),
    ).toMatchObject([
      { category: 'TCP/Opening' },
      { category: 'Closing' },
      { category: 'Closing' },
    ]);
  });

  it('formats, in plain text', () => {
    const reading = readGift(
      '[html]<p>Is <b>SYN</b> &lt; FIN?</p><p>Really</p>{~[plain]<b> =yes&nbsp;<i>indeed</i>}\n\nIs a <b or a<c>?{T}\n\n[markdown]**Is it?**{T}',
    );
    expect(reading).toMatchObject({
      questions: [
        {
          prompt: 'Is SYN < FIN?\nReally',
          choices: [{ text: '<b>' }, { text: 'yes\u00a0indeed' }],
        },
        { prompt: 'Is a <b or a<c>?' },
        { prompt: '**Is it?**' },
      ],
      notes: [{ line: 1, code: 'formatting' }],
    });
  });

  it('of Windows, with a mark in front', () => {
    expect(questions('\uFEFFA{T}\r\n\r\nB{F}\r\n')).toMatchObject([
      { prompt: 'A', is: true },
      { prompt: 'B', is: false },
    ]);
  });

  it.each([
    ['no question', '\n// nothing\n', [[1, null, 'no-questions']]],
    ['a description', 'A{T}\n\nRead this.', [[3, 1, 'not-supported']]],
    ['an essay', 'Why? {}', [[1, 7, 'not-supported']]],
    ['answers that do not end', 'A {=a ~b\n\nB {T}', [[1, 3, 'unclosed-answer']]],
    ['a blank line in them', 'A {\n=a\n\n~b\n}\n\nB {T}', [[1, 3, 'blank-line-in-answer']]],
    ['answers that do not begin', 'A =a}', [[1, 5, 'unopened-answer']]],
    ['two answers', 'A {T} B {F}', [[1, 9, 'second-answer']]],
    ['a name that does not end', '::A? {T}', [[1, 1, 'unclosed-name']]],
    ['no right answer', 'A {~a ~b}', [[1, 1, 'no-right-answer']]],
    ['weights that do not add up', 'A {~%50%a ~%20%b}', [[1, 1, 'weights-do-not-add-up']]],
    ['a choice that is there twice', 'A {\n=a\n~a}', [[3, 2, 'duplicate']]],
    ['no number', 'A {#five}', [[1, 5, 'bad-number']]],
    ['a bad range', 'A {#3..1}', [[1, 5, 'bad-range']]],
    ['a pair without an arrow', 'A {=a -> b =c}', [[1, 13, 'no-arrow']]],
    ['a weight that is none', 'A {=a ~%x%b}', [[1, 8, 'bad-weight']]],
    ['a picture', 'A <img src="a.png"> {T}', [[1, 1, 'picture']]],
    [
      'everything at once',
      'A {~a}\n\n{T}',
      [
        [1, 1, 'too-few'],
        [1, 1, 'no-right-answer'],
        [3, 1, 'empty'],
      ],
    ],
  ])('refuses %s, where it stands', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });
});
