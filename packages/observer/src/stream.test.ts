import { add, seq } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { advanceTo, isBoundary, mark, markAfter, note, streamFrom } from './stream.ts';

const from = (start: number, end = start) => streamFrom(seq(start), seq(end));

describe('what was seen of a stream', () => {
  it('grows with what comes in order, across 2^32', () => {
    const stream = from(2 ** 32 - 5);
    expect(note(stream, seq(2 ** 32 - 5), seq(5))).toBe(false);
    expect(stream.covered).toBe(5);
  });

  it('keeps what lies ahead of a gap until the gap is filled', () => {
    const stream = from(100);
    expect(note(stream, seq(120), seq(130))).toBe(false);
    expect(note(stream, seq(140), seq(150))).toBe(false);
    expect(note(stream, seq(122), seq(128))).toBe(true);
    expect(note(stream, seq(128), seq(142))).toBe(false);
    expect(stream.ahead).toEqual([{ from: 120, to: 150 }]);
    expect(note(stream, seq(100), seq(120))).toBe(false);
    expect([stream.covered, stream.ahead]).toEqual([150, []]);
  });

  it('joins spans that a late one brings together', () => {
    const stream = from(100);
    for (const at of [160, 120, 140]) note(stream, seq(at), seq(at + 10));
    expect(stream.ahead.map((s) => s.from)).toEqual([120, 140, 160]);
    note(stream, seq(125), seq(165));
    expect(stream.ahead).toEqual([{ from: 120, to: 170 }]);
  });

  it('counts what the capture lacks as seen once it is known to have arrived', () => {
    const stream = from(100);
    note(stream, seq(120), seq(130));
    advanceTo(stream, seq(110));
    expect(stream.covered).toBe(110);
    advanceTo(stream, seq(125));
    expect([stream.covered, stream.ahead]).toEqual([130, []]);
  });

  it('stays small, however many gaps and segments there are', () => {
    const stream = from(0);
    for (let i = 1; i < 20_000; i++) note(stream, seq(10 * i), seq(10 * i + 5));
    expect(stream.ahead.length).toBeLessThanOrEqual(256);
    expect(stream.marks.length).toBeLessThanOrEqual(4096);
  });
});

describe('a boundary between segments', () => {
  const segments = () => {
    const stream = from(100);
    for (let at = 100; at < 1000; at += 10) note(stream, seq(at), seq(at + 10));
    return stream;
  };

  it('stands where a segment begins or ends, in whatever order one asks', () => {
    const stream = segments();
    for (const n of [110, 120, 500, 490, 130, 1000, 100])
      expect(isBoundary(stream, seq(n), 10), `${n}`).toBe(true);
    for (const n of [505, 111, 499, 125])
      expect(isBoundary(stream, seq(n), 10), `${n}`).toBe(false);
  });

  it('may stand anywhere within what is larger than a segment', () => {
    expect(isBoundary(segments(), seq(505), 9)).toBe(true);
  });

  it('is found where a segment was cut otherwise when it was sent again', () => {
    const stream = segments();
    isBoundary(stream, seq(900), 10);
    note(stream, seq(505), seq(515));
    expect([505, 515].map((n) => isBoundary(stream, seq(n), 10))).toEqual([true, true]);
    expect(isBoundary(stream, seq(900), 10)).toBe(true);
  });

  it('is not denied where marks are forgotten or segments were lost', () => {
    const stream = from(0);
    for (let i = 0; i < 5000; i++) note(stream, add(seq(0), 10 * i), add(seq(0), 10 * i + 10));
    expect(isBoundary(stream, seq(55), 10)).toBe(true);
    expect(isBoundary(stream, seq(49_955), 10)).toBe(false);
    stream.lossy = true;
    expect(isBoundary(stream, seq(49_955), 10)).toBe(true);
  });

  it('can be put in by hand', () => {
    const stream = segments();
    expect([markAfter(stream, seq(501)), markAfter(stream, seq(5000))]).toEqual([510, 5000]);
    mark(stream, seq(501));
    expect(markAfter(stream, seq(501))).toBe(501);
  });
});
