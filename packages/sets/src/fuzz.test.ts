import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuestion } from '../test/arbitrary.ts';
import { readFile, writeGift, writeMoodleXml } from './files.ts';

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file with some of its characters gone, doubled or swapped for others. */
const damaged = fc
  .tuple(
    fc.array(anyQuestion, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '{', '}', '=', '~', '#', '\n\n', '<', '&'))),
  )
  .map(([questions, gift, wounds]) => {
    let text = gift ? writeGift(questions) : writeMoodleXml(questions);
    for (const [at, what] of wounds) {
      const k = at % text.length;
      text = text.slice(0, k) + what + text.slice(k + 1);
    }
    return text;
  });

describe('whatever a file holds', () => {
  it('it is read or refused, line by line', () =>
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), (text) => {
        const lines = text.split(/\r\n?|\n/).length;
        const reading = readFile(octets(text), null);
        if (reading.ok) expect(reading.questions.length).toBeGreaterThan(0);
        else {
          expect(reading.faults.length).toBeGreaterThan(0);
          for (const { line } of reading.faults) expect(line <= lines && line > 0).toBe(true);
        }
      }),
      { numRuns: 300 },
    ));

  it('octets are no text by chance', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readFile(bytes, null);
        readFile(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]), null);
      }),
    ));

  it.each([
    '{',
    '}',
    '\\',
    '::',
    '=a->b ',
    '~%50%a',
    '\n\n',
    ' ',
    '\n ',
    '// [tag:',
    'A {T}\n\n',
    'A {=',
    '<!-- ',
    '<p ',
    '<script>',
    '&amp',
    '[html]<b>',
    '<quiz>',
    '<quiz><question type="essay"/></quiz>',
  ])('a quarter of a megabyte of %j takes no time', (piece) => {
    const text = piece.repeat(Math.floor(250_000 / piece.length));
    const start = performance.now();
    readFile(octets(text), null);
    readFile(octets(`[html]${text} --> </script> {T}`), 'gift');
    readFile(octets(`<quiz>${text}`), 'moodle');
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it.each(['<!--', '<script', '<script>', '<style a>', '<p ', '&#', '  '])(
    'nor does a megabyte of texts of %j',
    (piece) => {
      const question = `[html]${piece.repeat(Math.floor(19_900 / piece.length))} {T}\n\n`;
      const start = performance.now();
      readFile(octets(question.repeat(50)), 'gift');
      expect(performance.now() - start).toBeLessThan(700);
    },
  );

  it('what is no text is left out of it, where it ends', () => {
    const html =
      'a<!-- <b> -->b<SCRIPT type="x">c</SCRIPT >d<style>e</script></style>f<script>g</style><!--h';
    const reading = readFile(octets(`[html]${html.replaceAll('=', '\\=')} {T}`), 'gift');
    expect(reading).toMatchObject({ questions: [{ prompt: 'abdfg<!--h' }] });
  });

  it('too much is refused before it is read', () => {
    expect(readFile(new Uint8Array(1024 * 1024 + 1), null)).toMatchObject({
      faults: [{ code: 'too-large' }],
    });
  });

  it('is understood in UTF-16, and refused in anything older', () => {
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...'A{T}'].flatMap((c) => [c.charCodeAt(0), 0]),
    ]);
    expect(readFile(utf16, null)).toMatchObject({ ok: true });
    expect(readFile(Uint8Array.from([0x41, 0xe9, 0x7b]), null)).toMatchObject({
      faults: [{ code: 'not-utf8' }],
    });
  });
});
