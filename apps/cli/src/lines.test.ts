import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSplitter } from './lines.ts';

const LIMIT = 16;

function split(chunks: readonly Uint8Array[]): (string | null)[] {
  const splitter = lineSplitter(LIMIT);
  const lines = [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, i) => i + 1));
  return lines.map(({ text }) => text);
}
const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('lines', () => {
  it.each([
    ['nothing', '', []],
    ['one without an end', 'a', ['a']],
    ['several', 'a\nb\n', ['a', 'b']],
    ['empty ones', '\n\na\n', ['', '', 'a']],
    ['CRLF', 'a\r\n\r\nb', ['a', '', 'b']],
    ['as long as the limit', `${'x'.repeat(LIMIT)}\n`, ['x'.repeat(LIMIT)]],
    ['longer, then a short one', `${'x'.repeat(LIMIT + 1)}\nb\n`, [null, 'b']],
    ['longer, without an end', `a\n${'x'.repeat(LIMIT + 1)}`, ['a', null]],
    ['with a byte order mark', '\ufeffa\n', ['a']],
  ])('%s', (_, text, expected) => {
    expect(split([octets(text)])).toEqual(expected);
  });

  it('are the same however they come in', () => {
    const text = fc.array(fc.constantFrom('a', 'é', '😀', '\r', '\n', '\r\n'), { maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(200)), (parts, cuts) => {
        const whole = octets(parts.join(''));
        const edges = [0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length];
        edges.sort((a, b) => a - b);
        const chunks = edges.slice(1).map((edge, i) => whole.subarray(edges[i], edge));
        expect(split(chunks)).toEqual(split([whole]));
      }),
    );
  });

  it('of octets that are no UTF-8 are lines all the same', () => {
    expect(split([Uint8Array.of(0xff, 10, 98, 10)])).toEqual(['\ufffd', 'b']);
  });
});
