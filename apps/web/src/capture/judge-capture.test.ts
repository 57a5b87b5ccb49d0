import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type Judged, judgeCapture } from './judge-capture.ts';

type Source = Parameters<typeof judgeCapture>[0];

const captured = async (name: string): Promise<Blob> =>
  new Blob([
    await readFile(new URL(`../../../../packages/tcp/test/captures/${name}.pcap`, import.meta.url)),
  ]);

const ignore = (): void => {};

/** The header of a pcap file of raw IP packets. */
const HEADER = new Uint8Array(new Uint32Array([0xa1b2c3d4, 0x40002, 0, 0, 65535, 101]).buffer);
/** A record with an IPv4 packet of protocol 17. */
const UDP = new Uint8Array([
  ...[0, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28, 0, 0, 0],
  ...[0x45, 0, 0, 28, 0, 0, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2],
  ...[0, 53, 0, 53, 0, 8, 0, 0],
]);

/** `file` in pieces of `size` octets. */
const inPieces = (file: Blob, size: number): Source => ({
  size: file.size,
  stream: () => {
    let at = 0;
    return new ReadableStream({
      pull: async (controller) => {
        const piece = new Uint8Array(await file.slice(at, at + size).arrayBuffer());
        at += size;
        if (piece.length === 0) controller.close();
        else controller.enqueue(piece);
      },
    });
  },
});

/** What was judged, in a form that can be compared. */
const said = (judged: Judged) =>
  judged.ok
    ? judged.conversations.map(({ client, server, end, segments }) => ({
        client,
        server,
        end,
        segments: Array.from({ length: segments.length }, (_, i) => segments.at(i)),
      }))
    : judged.problem;

describe('judgeCapture', () => {
  test('finds nothing wrong with a greeting and a farewell', async () => {
    const judged = await judgeCapture(await captured('01-handshake-data-close'), ignore);
    expect(judged).toMatchObject({ ok: true, broken: false });
    const [conversation] = judged.ok ? judged.conversations : [];
    expect(conversation).toMatchObject({ end: 'graceful', segments: { violations: 0 } });
    expect(conversation?.segments.at(0)).toMatchObject({ frame: 1, time: 0, reason: 'opens' });
    expect(conversation?.segments.at(1).time).toBeLessThan(1);
  });

  test('names forged resets', async () => {
    const judged = await judgeCapture(await captured('27-blind-rst-challenge-ack.B-view'), ignore);
    const reasons = (judged.ok ? judged.conversations : []).flatMap(({ segments }) =>
      Array.from({ length: segments.length }, (_, i) => segments.at(i))
        .filter((s) => s.verdict === 'violation')
        .map((s) => s.reason),
    );
    expect(reasons).toEqual(['forged-reset', 'forged-reset', 'forged-reset']);
  });

  test('it does not matter in which pieces the file comes', async () => {
    const file = await captured('40-http-small');
    const whole = said(await judgeCapture(file, ignore));
    for (const size of [1, 7, 100])
      expect(said(await judgeCapture(inPieces(file, size), ignore))).toEqual(whole);
  });

  test('tells its progress a hundred times at most, up to the end', async () => {
    const file = await captured('48-loss4-server-view');
    const told: number[] = [];
    await judgeCapture(inPieces(file, 50), (read) => told.push(read));
    expect(told.length).toBeGreaterThan(50);
    expect(told.length).toBeLessThanOrEqual(100);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBeGreaterThan(0.98 * file.size);
  });

  test('judges what stands before the place at which a file is cut', async () => {
    const file = await captured('01-handshake-data-close');
    const judged = await judgeCapture(file.slice(0, file.size - 10), ignore);
    expect(judged).toMatchObject({ ok: true, broken: true });
    const whole = said(await judgeCapture(file, ignore));
    const [all, some] = [whole, said(judged)].map(
      (c) => (c[0] as { segments: unknown[] }).segments,
    );
    expect(some).toEqual(all?.slice(0, -1));
  });

  test('counts the frames that it passes over', async () => {
    const file = await captured('20-simultaneous-open.A-view');
    const judged = await judgeCapture(new Blob([file, UDP]), ignore);
    expect(judged).toMatchObject({ ok: true, skipped: { 'not-tcp': 1 } });
  });

  test.each([
    ['empty', new Blob()],
    ['empty', new Blob([HEADER])],
    ['not-a-capture', new Blob(['GET / HTTP/1.1\r\nHost: example.net\r\n\r\n'])],
    ['cut-short', new Blob([HEADER, UDP.slice(0, 20)])],
    ['damaged', new Blob([HEADER, new Uint8Array(16).fill(255)])],
    ['no-tcp', new Blob([HEADER, UDP])],
  ])('says of a file without a conversation: %s', async (problem, file) => {
    expect(await judgeCapture(file, ignore)).toEqual({ ok: false, problem });
  });

  test('a file that the browser cannot read is unreadable', async () => {
    const gone: Source = {
      size: 100,
      stream: () =>
        new ReadableStream({
          pull: (controller) => controller.error(new DOMException('gone', 'NotReadableError')),
        }),
    };
    expect(await judgeCapture(gone, ignore)).toEqual({ ok: false, problem: 'unreadable' });
  });
});
