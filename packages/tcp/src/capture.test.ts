import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BIG,
  type ByteOrder,
  block,
  CAPTURES,
  type Content,
  capture,
  concat,
  interfaceBlock,
  LITTLE,
  MODIFIED,
  NANOSECONDS,
  option,
  packetBlock,
  pcapFile,
  pcapngFile,
  read,
  section,
} from '../test/capture-file.ts';
import { captureReader } from './capture.ts';
import { sameInterface, UNTOLD } from './frame.ts';

const ORDERS: [string, ByteOrder][] = [
  ['big-endian', BIG],
  ['little-endian', LITTLE],
];
const octets = Uint8Array.of(1, 2, 3, 4, 5);
const NOW = 1_795_354_720_009_851;
const text = (words: string): Uint8Array => new Uint8Array(Buffer.from(words));

const contents: fc.Arbitrary<Content[]> = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 0xffff_ffff * 1e6 }),
    octets: fc.uint8Array({ maxLength: 50 }),
    length: fc.integer({ min: 0, max: 0xffff_ffff }),
  }),
  { maxLength: 20 },
);
const linkTypes = fc.nat(0xffff);

const lengths = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });

describe.each(ORDERS)('%s', (_, order) => {
  it.each([
    ['pcap', pcapFile],
    ['pcapng', pcapngFile],
  ])('%s is read as it was written, in whatever pieces it comes', (_, write) =>
    fc.assert(
      fc.property(contents, linkTypes, lengths, (content, linkType, lengths) => {
        const file = write(order, linkType, content);
        const { frames, fault } = read(file, lengths);
        expect(fault).toBeNull();
        expect(frames).toMatchObject(content.map((c, i) => ({ ...c, n: i + 1, linkType })));
      }),
    ),
  );

  it('pcap may count nanoseconds', () => {
    const time = 1_000_000.125;
    const { frames } = read(pcapFile(order, 1, [{ time, octets }], NANOSECONDS));
    expect(frames).toMatchObject([{ time, octets, comments: [] }]);
  });

  it('pcap may be of the modified kind, with longer records', () => {
    const content = [
      { time: NOW, octets },
      { time: NOW + 1, octets },
    ];
    expect(read(pcapFile(order, 1, content, MODIFIED)).frames).toMatchObject(content);
  });

  it.each([
    ['not said: microseconds', null, NOW],
    ['a tenth of one', 7, NOW / 10],
    ['nanoseconds', 9, NOW / 1000],
    ['milliseconds', 3, NOW * 1000],
    ['seconds', 0, 1e6 * NOW],
    ['2^-10 s', 0x8a, (1e6 / 1024) * NOW],
    ['2^-30 s', 0x9e, (1e6 / 2 ** 30) * NOW],
    ['absurd', 0x7f, 0],
  ])('a pcapng interface may count in ticks: %s', (_, resolution, time) => {
    const options = resolution === null ? [] : [option(order, 9, Uint8Array.of(resolution))];
    const on = interfaceBlock(order, 1, 0, ...options);
    const { frames } = read(concat(section(order), on, packetBlock(order, 0, NOW, octets)));
    expect(frames[0]?.time).toBeCloseTo(time, -2);
    if (resolution === null) expect(frames[0]?.time).toBe(time);
  });

  it.each([
    [5, [0, 5]],
    [-5, [-1, -5]],
  ])('a pcapng interface may count from another second: %i', (seconds, [high = 0, low = 0]) => {
    const { u32 } = order;
    const value = order === BIG ? concat(u32(high), u32(low)) : concat(u32(low), u32(high));
    const on = interfaceBlock(order, 1, 0, option(order, 14, value));
    const { frames } = read(concat(section(order), on, packetBlock(order, 0, NOW, octets)));
    expect(frames[0]?.time).toBe(NOW + seconds * 1e6);
  });

  it('a pcapng interface may say what is nothing to the time, or say it wrongly', () => {
    const options = [
      option(order, 8, new Uint8Array(8).fill(1)),
      option(order, 11, Uint8Array.of(3)),
      option(order, 9, Uint8Array.of(3, 3)),
      option(order, 14, new Uint8Array(4).fill(1)),
    ];
    const on = interfaceBlock(order, 1, 0, ...options);
    const { frames } = read(concat(section(order), on, packetBlock(order, 0, NOW, octets)));
    expect(frames[0]?.time).toBe(NOW);
  });

  it('pcapng has comments, in UTF-8 and several to a frame', () => {
    const comments = ['SYN is lost', '丢失', ''];
    const file = concat(
      section(order),
      interfaceBlock(order, 1),
      packetBlock(
        order,
        0,
        NOW,
        octets,
        5,
        option(order, 2, concat(order.u32(0))),
        ...comments.map((words) => option(order, 1, text(words))),
        option(order, 0, new Uint8Array()),
        option(order, 1, text('after the end')),
      ),
      packetBlock(order, 0, NOW, octets),
      packetBlock(order, 0, NOW, octets, 5, order.u16(1), order.u16(9), text('too long')),
      packetBlock(order, 0, NOW, octets, 5, option(order, 1, text(''))),
    );
    expect(read(file).frames.map((frame) => frame.comments)).toEqual([comments, [], [], ['']]);
  });

  it('pcapng may have simple packets, cut by their interface and without a time', () => {
    const { u32 } = order;
    const simple = (length: number, ...data: number[]) =>
      block(order, 3, u32(length), Uint8Array.from(data));
    const file = concat(
      section(order),
      interfaceBlock(order, 101, 3),
      interfaceBlock(order, 1),
      packetBlock(order, 1, NOW, octets),
      simple(2, 1, 2),
      simple(2000, 1, 2, 3),
      section(order),
      interfaceBlock(order, 101),
      simple(5, 1, 2, 3, 4, 5),
    );
    expect(read(file)).toMatchObject({
      fault: null,
      frames: [
        { n: 1, linkType: 1 },
        { n: 2, linkType: 101, time: NOW, length: 2, octets: Uint8Array.of(1, 2) },
        { n: 3, linkType: 101, time: NOW, length: 2000, octets: Uint8Array.of(1, 2, 3) },
        { n: 4, linkType: 101, time: NOW, length: 5, octets },
      ],
    });
  });

  it('pcapng may have the obsolete packet block, with drops beside the interface', () => {
    const { u16, u32 } = order;
    const times = [u32(Math.floor(NOW / 2 ** 32)), u32(NOW)];
    const body = [u16(1), u16(7), ...times, u32(5), u32(9), octets];
    const file = concat(
      section(order),
      interfaceBlock(order, 101),
      interfaceBlock(order, 1),
      block(order, 2, ...body),
    );
    expect(read(file).frames).toMatchObject([{ linkType: 1, time: NOW, length: 9, octets }]);
  });
});

describe('pcapng', () => {
  it('may change byte order and interfaces with every section', () => {
    const first = [section(BIG), interfaceBlock(BIG, 1), interfaceBlock(BIG, 101)];
    const file = concat(
      ...first,
      packetBlock(BIG, 1, 5, octets),
      section(LITTLE),
      interfaceBlock(LITTLE, 276),
      packetBlock(LITTLE, 0, 6, octets),
      ...first,
      packetBlock(BIG, 0, 7, octets),
    );
    const told = read(file).frames.map(({ n, linkType, time }) => [n, linkType, time]);
    expect(told).toEqual([
      [1, 101, 5],
      [2, 276, 6],
      [3, 1, 7],
    ]);
  });

  it('may hold blocks that nobody knows', () => {
    const unknown = block(LITTLE, 0x0bad_beef, new Uint8Array(70_001));
    const start = [section(LITTLE), unknown, interfaceBlock(LITTLE, 1), unknown];
    const file = concat(...start, packetBlock(LITTLE, 0, NOW, octets), unknown);
    for (const length of [1, 13, 1e6])
      expect(read(file, [length])).toMatchObject({ frames: [{ octets }], fault: null });
  });
});

describe('a capture at fault', () => {
  const content = [
    { time: NOW, octets },
    { time: NOW, octets },
  ];
  const pcap = pcapFile(LITTLE, 1, content);
  const pcapng = pcapngFile(LITTLE, 1, content);
  const changed = (file: Uint8Array, at: number, ...octets: number[]): Uint8Array =>
    concat(file.subarray(0, at), octets, file.subarray(at + octets.length));
  const { u32 } = LITTLE;
  const packet = packetBlock(LITTLE, 0, NOW, octets);
  const start = section(LITTLE);
  const on = interfaceBlock(LITTLE, 1);
  const after = (...blocks: Uint8Array[]): Uint8Array => concat(start, on, ...blocks);
  /** A packet block that says this of its length. */
  const ofLength = (length: number): Uint8Array => changed(packet, 4, ...u32(length));
  const largest = 16 * 1024 * 1024;
  const little = u32(0x1a2b3c4d);

  it.each<[string, string, number, number, Uint8Array]>([
    ['empty', 'without an octet', 0, 0, new Uint8Array()],
    ['not-a-capture', 'text', 0, 0, text('GET / HTTP/1.1\r\nHost: example.org\r\n')],
    ['not-a-capture', 'short text', 0, 0, text('hello')],
    ['not-a-capture', 'no section', 0, 0, changed(pcapng, 0, 6)],
    ['not-a-capture', 'no byte order', 0, 0, changed(pcapng, 8, 0)],
    ['unsupported-version', 'pcap 3', 0, 0, changed(pcap, 4, 3)],
    ['unsupported-version', 'pcapng 2', 0, 0, changed(pcapng, 12, 2)],
    ['unsupported-version', 'pcapng 2, later', 48, 0, after(changed(section(BIG), 13, 2))],
    ['damaged', 'a frame larger than any', 24, 0, changed(pcap, 32, ...u32(262_145))],
    ['damaged', 'a later one', 24 + 21, 1, changed(pcap, 32 + 21, ...u32(0xffff_ffff))],
    ['damaged', 'a block larger than any', 48, 0, after(ofLength(largest + 4))],
    ['damaged', 'a block of 0 octets', 48, 0, after(ofLength(0))],
    ['damaged', 'a block of 42 octets', 48, 0, after(ofLength(42))],
    ['damaged', 'two lengths', 48, 0, after(changed(packet, packet.length - 4, 36))],
    ['damaged', 'more in a packet than in its block', 48, 0, after(changed(packet, 20, 9))],
    ['damaged', 'a packet without room', 48, 0, after(block(LITTLE, 6, new Uint8Array(16)))],
    ['damaged', 'an old one without room', 48, 0, after(block(LITTLE, 2, new Uint8Array(16)))],
    ['damaged', 'a simple one without room', 48, 0, after(block(LITTLE, 3))],
    ['damaged', 'a simple one cut', 48, 0, after(block(LITTLE, 3, u32(5), u32(0)))],
    ['damaged', 'an interface without room', 48, 0, after(block(LITTLE, 1, u32(0)))],
    ['damaged', 'a section without room', 48, 0, after(block(LITTLE, 0x0a0d0d0a, little, u32(1)))],
    ['damaged', 'a section without byte order', 48, 0, after(changed(section(BIG), 8, 0))],
    ['damaged', 'an interface that is not there', 28, 0, concat(start, packet)],
    ['damaged', 'a simple one without it', 28, 0, concat(start, block(LITTLE, 3, u32(0)))],
    ['damaged', 'endless interfaces', 28 + 65_536 * 20, 0, after(Buffer.alloc(65_536 * 20, on))],
    ['cut-short', 'within the file header', 0, 0, pcap.subarray(0, 23)],
    ['cut-short', 'within a section header', 0, 0, pcapng.subarray(0, 20)],
    ['cut-short', 'within a record header', 24, 0, pcap.subarray(0, 30)],
    ['cut-short', 'within a frame', 24 + 21, 1, pcap.subarray(0, 24 + 41)],
    ['cut-short', 'within a block', 48 + 40, 1, after(packet, packet.subarray(0, 39))],
    ['cut-short', 'within the largest block', 48, 0, after(ofLength(largest))],
  ])('is %s: %s', (code, _, offset, frames, file) => {
    const expected = { code, offset };
    expect(read(file)).toMatchObject({ fault: expected, frames: Array(frames).fill({ octets }) });
    const inPieces = read(file, [7]);
    expect(inPieces.fault).toEqual(expected);
    expect(inPieces.frames.length).toBe(frames);
  });

  it('says so as soon as it is known, and says nothing else afterwards', () => {
    const reader = captureReader(() => {});
    expect(reader.push(pcap)).toBeNull();
    const damaged = { code: 'damaged', offset: pcap.length };
    expect(reader.push(new Uint8Array(16).fill(255))).toEqual(damaged);
    expect(reader.push(pcap)).toEqual(damaged);
    expect(reader.end()).toEqual(damaged);
  });

  it('keeps what was read before it', () =>
    expect(read(concat(pcap, Array(16).fill(255))).frames).toMatchObject(content));

  it('may have no frames and be none', () => {
    expect(read(pcapFile(BIG, 1, []))).toEqual({ frames: [], fault: null });
    expect(read(section(BIG))).toEqual({ frames: [], fault: null });
  });
});

describe.each(ORDERS)('an interface in %s pcapng', (_, order) => {
  const named = (name: string | Uint8Array): Uint8Array =>
    interfaceBlock(order, 1, 0, option(order, 2, typeof name === 'string' ? text(name) : name));
  const packet = (on: number): Uint8Array => packetBlock(order, on, 0, octets);
  const seenOn = (...blocks: Uint8Array[]) => read(concat(...blocks)).frames.map(({ on }) => on);

  it('has a name, or none, and is told from others of the same name', () =>
    expect(
      seenOn(
        section(order),
        ...['eth0', 'wlan0', 'eth0'].map(named),
        interfaceBlock(order, 1),
        interfaceBlock(order, 1),
        ...[0, 1, 2, 3, 4].map(packet),
      ),
    ).toEqual([
      { name: 'eth0', nth: 1 },
      { name: 'wlan0', nth: 1 },
      { name: 'eth0', nth: 2 },
      { name: '', nth: 1 },
      { name: '', nth: 2 },
    ]));

  it('is the same one when the next section describes it again', () => {
    const sections = [
      [section(order), named('eth0'), packet(0)],
      [section(order), named('wlan0'), named('eth0'), packet(1), packet(0)],
    ];
    const [first, again, different] = seenOn(...sections.flat());
    expect(first && again && sameInterface(first, again)).toBe(true);
    expect(first && different && sameInterface(first, different)).toBe(false);
  });

  it.each([
    ['without what would steer a terminal', '\u001b[31meth0\u202e', '\ufffd[31meth0\ufffd'],
    ['up to the end that C marks', 'eth0\0\0junk', 'eth0'],
    ['of no more than 255 octets', 'x'.repeat(65_535), 'x'.repeat(255)],
    ['whatever its octets', Uint8Array.of(0x65, 0xff), 'e\ufffd'],
  ])('has a name %s', (_, written, name) =>
    expect(seenOn(section(order), named(written), packet(0))).toEqual([{ name, nth: 1 }]),
  );
});

it('a file that tells of no interface has one without a name', () =>
  expect(read(pcapFile(BIG, 1, [{ time: NOW, octets }])).frames).toMatchObject([{ on: UNTOLD }]));

it('frames that lie whole in a chunk are not copied', () => {
  const file = capture('01-handshake-data-close');
  const buffers = new Set<Uint8Array>();
  const reader = captureReader(({ octets }) => buffers.add(octets));
  reader.push(file);
  expect([...buffers]).toEqual([file]);
});

it('frames that come in pieces are put together in the same few octets', () => {
  const file = pcapFile(LITTLE, 1, Array(5000).fill({ time: NOW, octets }));
  const sizes = new Set<number>();
  const reader = captureReader((frame) => sizes.add(frame.octets.length));
  for (let at = 0; at < file.length; at += 7) reader.push(file.subarray(at, at + 7));
  expect([...sizes]).toEqual([4096]);
});

it('the largest frame that libpcap captures is read', () => {
  const file = pcapFile(LITTLE, 1, [{ time: NOW, octets: new Uint8Array(262_144) }]);
  expect(read(file, [65_536]).frames.map((frame) => frame.octets.length)).toEqual([262_144]);
});

it.each(CAPTURES)('%s is the same in pieces of any length', (name) => {
  const file = capture(name);
  const { frames } = read(file);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: file.length }), (length) => {
      expect(read(file, [length]).frames).toEqual(frames);
    }),
    { numRuns: 5 },
  );
});
