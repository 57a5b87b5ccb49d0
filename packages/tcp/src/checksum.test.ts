import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capture, read } from '../test/capture-file.ts';
import { checksum, checksumStatus, sum } from './checksum.ts';

describe('the Internet checksum (RFC 1071)', () => {
  it('adds up as in the example of §3', () => {
    const octets = Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7);
    expect(sum(octets, 0, 8)).toBe(0x2ddf0);
    expect(checksum(0x2ddf0)).toBe(0xffff - 0xddf2);
  });

  it('pads an odd octet with zero', () =>
    expect(sum(Uint8Array.of(1, 2, 3), 0, 3)).toBe(0x0102 + 0x0300));

  it('is zero over words that hold their own checksum', () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 99 }), (words) => {
        const total = sum(words, 0, words.length);
        expect(checksum(total + checksum(total))).toBe(0);
      }),
    ));

  it('has no carry left after large sums', () => {
    expect(checksum(0xffff_ffff)).toBe(0);
    expect(checksum(0x1_ffff_ffff)).toBe(0xfffe);
  });
});

describe('the checksum of a TCP segment', () => {
  const statuses = (name: string): string[] =>
    read(capture(name)).frames.map(({ tcp }) =>
      typeof tcp === 'string' ? tcp : checksumStatus(tcp),
    );

  it('is good as it arrives', () =>
    expect(new Set(statuses('20-simultaneous-open.A-view'))).toEqual(new Set(['good'])));

  it('is bad where the card was to fill it in', () =>
    expect(statuses('03-rst-closed-port')).toEqual(['bad', 'good']));

  it('cannot be verified where the capture cut data off', () =>
    expect(statuses('48-loss4-server-view').slice(0, 5)).toEqual([
      'bad',
      'bad',
      'bad',
      'unverified',
      'bad',
    ]));

  it('covers every octet of header, addresses and data', () => {
    const [, , third] = read(capture('22-lost-third-ack.B-view')).frames;
    const packet = third?.tcp;
    if (!third || !packet || typeof packet === 'string') throw new Error('no data segment');
    for (let at = packet.addresses; at < packet.end; at++) {
      const was = third.octets[at] ?? 0;
      third.octets[at] = was ^ 1;
      expect([at, checksumStatus(packet)]).toEqual([at, 'bad']);
      third.octets[at] = was;
    }
    expect(checksumStatus(packet)).toBe('good');
  });
});
