import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, read } from '../test/capture-file.ts';
import { LINKS } from './frame.ts';
import {
  enhancedPacket,
  interfaceDescription,
  sectionHeader,
  type TimeDigits,
} from './pcapng-writer.ts';

const DIGITS = [6, 9] as const satisfies readonly TimeDigits[];

describe('a file of blocks', () => {
  it('is read as it was written', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            on: fc.nat(1),
            time: fc.integer({ min: 0, max: 2 ** 51 }),
            octets: fc.uint8Array({ maxLength: 40 }),
            length: fc.nat(),
            comments: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
          }),
        ),
        (packets) => {
          const file = concat(
            sectionHeader(),
            interfaceDescription(LINKS.raw, 6),
            interfaceDescription(LINKS.ethernet, 9),
            ...packets.map((p) => enhancedPacket({ ...p, digits: DIGITS[p.on] ?? 6 })),
          );
          const { frames, fault } = read(file);
          expect(fault).toBeNull();
          expect(frames).toMatchObject(
            packets.map(({ on, octets, length, comments }, i) => ({
              octets,
              length,
              comments,
              n: i + 1,
              linkType: on === 0 ? LINKS.raw : LINKS.ethernet,
            })),
          );
          for (const [i, { time }] of packets.entries())
            expect(Math.abs((frames[i]?.time ?? 0) - time)).toBeLessThanOrEqual(0.25);
        },
      ),
    ));

  it.each(['client', '', '无线 ö', 'x'.repeat(255)])('names its interface %j', (name) => {
    const packet = enhancedPacket({ on: 0, digits: 6, time: 0, octets: new Uint8Array() });
    const file = concat(sectionHeader(), interfaceDescription(LINKS.raw, 6, name), packet);
    expect(read(file).frames).toMatchObject([{ on: { name, nth: 1 } }]);
  });

  it('says that nothing was cut where nothing else is said', () => {
    const octets = Uint8Array.of(1, 2, 3);
    const packet = enhancedPacket({ on: 0, digits: 6, time: 0, octets });
    const file = concat(sectionHeader(), interfaceDescription(LINKS.raw, 6), packet);
    expect(read(file).frames).toMatchObject([{ length: 3, comments: [] }]);
  });

  it.each([
    [6, 1000.4, 1000],
    [9, 1000.4, 1000.4],
    [9, 1_795_354_720_009_851, 1_795_354_720_009_851],
  ] as const)('keeps %i digits of a second', (digits, time, kept) => {
    const packet = enhancedPacket({ on: 0, digits, time, octets: new Uint8Array() });
    const file = concat(sectionHeader(), interfaceDescription(LINKS.raw, digits), packet);
    expect(read(file).frames[0]?.time).toBe(kept);
  });

  it('has options only where there are comments', () => {
    const packet = { on: 0, digits: 6, time: 0, octets: new Uint8Array(3) } as const;
    expect(enhancedPacket(packet).length).toBe(32 + 4);
    expect(enhancedPacket({ ...packet, comments: ['words'] }).length).toBe(32 + 4 + 12 + 4);
  });

  it('cuts a comment that is longer than can be said', () => {
    const comments = ['x'.repeat(70_000)];
    const packet = enhancedPacket({
      on: 0,
      digits: 6,
      time: 0,
      octets: new Uint8Array(),
      comments,
    });
    const file = concat(sectionHeader(), interfaceDescription(LINKS.raw, 6), packet);
    expect(read(file).frames[0]?.comments[0]?.length).toBe(65_535);
  });
});
