/** What is read and written here, compared with what Wireshark's dissectors say of the same octets. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksumStatus } from '../src/checksum.ts';
import { LINKS } from '../src/frame.ts';
import { enhancedPacket, interfaceDescription, sectionHeader } from '../src/pcapng-writer.ts';
import { ACK, FIN, PSH, SYN, URG } from '../src/segment.ts';
import { seq } from '../src/seq.ts';
import { type Envelope, encode } from '../src/wire.ts';
import {
  BIG,
  CAPTURES,
  type Content,
  capture,
  concat,
  interfaceBlock,
  LITTLE,
  MODIFIED,
  NANOSECONDS,
  packetBlock,
  pcapFile,
  pcapngFile,
  read,
  section,
} from './capture-file.ts';

const missing = spawnSync('tshark', ['--version']).error !== undefined;
const skipped = missing && process.env.TEST_TSHARK !== '1';
if (skipped) console.warn('tshark is not installed: the tests that ask it are skipped');

const CHECKSUMS = ['-o', 'ip.check_checksum:TRUE', '-o', 'tcp.check_checksum:TRUE'];
const FIELDS = [
  'frame.number',
  'frame.time_epoch',
  'frame.len',
  'ip.src',
  'ip.dst',
  'ipv6.src',
  'ipv6.dst',
  'tcp.srcport',
  'tcp.dstport',
  'tcp.flags',
  'tcp.seq_raw',
  'tcp.ack_raw',
  'tcp.window_size_value',
  'tcp.len',
  'tcp.urgent_pointer',
  'tcp.options.mss_val',
  'tcp.options.wscale.shift',
  'tcp.checksum.status',
] as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ackade-tshark-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The fields of every frame in the file, empty where it has none. */
function tshark<F extends string>(file: Uint8Array, fields: readonly F[]): Record<F, string>[] {
  const path = join(folder, 'capture');
  writeFileSync(path, file);
  const asked = fields.flatMap((field) => ['-e', field]);
  const form = ['-T', 'fields', '-E', 'separator=/t', '-E', 'aggregator=|'];
  return execFileSync('tshark', ['-n', '-r', path, ...CHECKSUMS, ...form, ...asked], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const values = line.split('\t');
      return Object.fromEntries(fields.map((f, i) => [f, values[i] ?? ''])) as Record<F, string>;
    });
}

/** The same fields as we read them. */
function ours(file: Uint8Array): Record<(typeof FIELDS)[number], string>[] {
  const { frames, fault } = read(file);
  expect(fault).toBeNull();
  return frames.map(({ n, time, length, tcp }) => {
    if (typeof tcp === 'string') throw new Error(`frame ${n}: ${tcp}`);
    const { octets, addresses, addressLength, segment } = tcp;
    const middle = addresses + addressLength;
    const source = octets.subarray(addresses, middle);
    const destination = octets.subarray(middle, middle + addressLength);
    return {
      'frame.number': `${n}`,
      'frame.time_epoch': seconds(time),
      'frame.len': `${length}`,
      'ip.src': addressLength === 4 ? source.join('.') : '',
      'ip.dst': addressLength === 4 ? destination.join('.') : '',
      'ipv6.src': addressLength === 16 ? ipv6(source) : '',
      'ipv6.dst': addressLength === 16 ? ipv6(destination) : '',
      'tcp.srcport': `${tcp.sourcePort}`,
      'tcp.dstport': `${tcp.destinationPort}`,
      'tcp.flags': `0x${segment.ctl.toString(16).padStart(4, '0')}`,
      'tcp.seq_raw': `${segment.seq}`,
      'tcp.ack_raw': `${segment.ack}`,
      'tcp.window_size_value': `${segment.wnd}`,
      'tcp.len': `${segment.len}`,
      'tcp.urgent_pointer': `${segment.up}`,
      'tcp.options.mss_val': `${tcp.mss ?? ''}`,
      'tcp.options.wscale.shift': `${tcp.shift ?? ''}`,
      'tcp.checksum.status': { bad: '0', good: '1', unverified: '2' }[checksumStatus(tcp)],
    };
  });
}

const seconds = (microseconds: number): string =>
  `${Math.floor(microseconds / 1e6)}.${`${microseconds % 1e6}`.padStart(6, '0')}000`;

/** As RFC 5952 §4 writes it, which is how URLs have it. */
const ipv6 = (octets: Uint8Array): string => {
  const groups = Buffer.from(octets).toString('hex').match(/.{4}/g) ?? [];
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
};

/** The IP packets of all captures, behind a link header that may tell their version. */
const behind = (header: (version: number) => readonly number[]): Content[] =>
  CAPTURES.flatMap((name) => read(capture(name)).frames).map((frame) => {
    const before = frame.linkType === LINKS.ethernet ? 14 : 0;
    const packet = frame.octets.subarray(before);
    const link = header((packet[0] ?? 0) >> 4);
    const length = frame.length - before + link.length;
    return { time: frame.time, octets: concat(link, packet), length };
  });
const linked = (linkType: number, header: (version: number) => readonly number[]): Uint8Array =>
  pcapFile(LITTLE, linkType, behind(header));

const { raw, ethernet, linuxSll, linuxSll2, null: loopback, loop } = LINKS;
const RAW = behind(() => []);
const MACS = [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1];
/** A MAC address in Linux's eight octets. */
const SENDER = [2, 0, 0, 0, 0, 1, 0, 0];
const type = (version: number): number[] => (version === 4 ? [8, 0] : [0x86, 0xdd]);

const FILES: [string, () => Uint8Array][] = [
  ['big-endian pcap', () => pcapFile(BIG, raw, RAW)],
  ['pcap in nanoseconds', () => pcapFile(LITTLE, raw, RAW, NANOSECONDS)],
  ['modified pcap', () => pcapFile(LITTLE, raw, RAW, MODIFIED)],
  ['big-endian pcapng', () => pcapngFile(BIG, raw, RAW)],
  [
    'pcapng of our own',
    () =>
      concat(
        sectionHeader(),
        interfaceDescription(raw, 6),
        ...RAW.map((content) => enhancedPacket({ on: 0, digits: 6, ...content })),
      ),
  ],
  [
    'pcapng of several sections and interfaces',
    () =>
      concat(
        ...[LITTLE, BIG].flatMap((order) => [
          section(order),
          interfaceBlock(order, ethernet),
          interfaceBlock(order, raw),
          ...RAW.map((c) => packetBlock(order, 1, c.time, c.octets, c.length)),
        ]),
      ),
  ],
  ['Ethernet, VLAN', () => linked(ethernet, (v) => [...MACS, 0x81, 0, 0, 5, ...type(v)])],
  [
    'Ethernet, QinQ',
    () => linked(ethernet, (v) => [...MACS, 0x88, 0xa8, 0, 5, 0x81, 0, 0, 6, ...type(v)]),
  ],
  ['Linux cooked', () => linked(linuxSll, (v) => [0, 0, 0, 1, 0, 6, ...SENDER, ...type(v)])],
  [
    'Linux cooked 2',
    () => linked(linuxSll2, (v) => [...type(v), 0, 0, 0, 0, 0, 1, 0, 1, 0, 6, ...SENDER]),
  ],
  ['BSD loopback, little-endian', () => linked(loopback, (v) => [v === 4 ? 2 : 30, 0, 0, 0])],
  ['BSD loopback, big-endian', () => linked(loopback, (v) => [0, 0, 0, v === 4 ? 2 : 28])],
  ['OpenBSD loopback', () => linked(loop, (v) => [0, 0, 0, v === 4 ? 2 : 24])],
];

const PORTS = { sourcePort: 49152, destinationPort: 7777 };
const V4: Envelope = {
  ...PORTS,
  source: Uint8Array.of(192, 0, 2, 1),
  destination: Uint8Array.of(198, 51, 100, 2),
};
const V6: Envelope = {
  ...PORTS,
  source: Uint8Array.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
  destination: Uint8Array.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2),
};
const reversed = ({ source, destination, sourcePort, destinationPort }: Envelope): Envelope => ({
  source: destination,
  destination: source,
  sourcePort: destinationPort,
  destinationPort: sourcePort,
});

/** A whole connection, from the client or not: control bits, numbers, octets of data and a comment. */
const CONNECTION: [client: boolean, ctl: number, seq: number, ack: number, len: number, string][] =
  [
    [true, SYN, 100, 0, 0, 'CLOSED → SYN-SENT'],
    [false, SYN | ACK, 300, 101, 0, 'LISTEN → SYN-RECEIVED'],
    [true, ACK, 101, 301, 0, 'SYN-SENT → ESTABLISHED'],
    [true, PSH | ACK, 101, 301, 11, '数据'],
    [false, ACK, 301, 112, 0, 'ESTABLISHED'],
    [true, FIN | ACK, 112, 301, 0, 'ESTABLISHED → FIN-WAIT-1'],
    [false, ACK, 301, 113, 0, 'ESTABLISHED → CLOSE-WAIT'],
    [false, FIN | ACK, 301, 113, 0, 'CLOSE-WAIT → LAST-ACK'],
    [true, ACK, 113, 302, 0, 'FIN-WAIT-2 → TIME-WAIT'],
  ];
/** As tshark numbers how severe its remarks are. */
const WARNING = 0x600000;

describe.skipIf(skipped)('tshark reads the same', () => {
  it.each(CAPTURES)('in %s', (name) => {
    const file = capture(name);
    expect(ours(file)).toEqual(tshark(file, FIELDS));
  });

  it.each(FILES)('in %s', (_, make) => {
    const file = make();
    expect(ours(file)).toEqual(tshark(file, FIELDS));
  });

  it('in urgent segments of every length', () => {
    const content = Array.from({ length: 40 }, (_, len) => {
      const segment = { ctl: URG | ACK, seq: seq(len), ack: seq(7), wnd: 8, len, up: len + 1 };
      return { time: len, octets: encode(segment, len % 2 === 0 ? V4 : V6) };
    });
    const file = pcapFile(LITTLE, raw, content);
    expect(ours(file)).toEqual(tshark(file, FIELDS));
  });

  it.each([
    ['IPv4', V4, 6],
    ['IPv6', V6, 9],
  ] as const)('and finds no fault with a connection of ours over %s', (_, client, digits) => {
    const packets = CONNECTION.map(([fromClient, ctl, from, ack, len, comment], i) => {
      const segment = { ctl, seq: seq(from), ack: seq(ack), wnd: 65535, len, up: 0 };
      const envelope = fromClient ? client : reversed(client);
      const octets = encode(segment, { ...envelope, mss: 1460, shift: 7 });
      return enhancedPacket({ on: 0, digits, time: 50_000 * i, octets, comments: [comment] });
    });
    const file = concat(sectionHeader(), interfaceDescription(raw, digits), ...packets);
    const told = tshark(file, [
      'frame.comment',
      'ip.checksum.status',
      'tcp.checksum.status',
      '_ws.malformed',
      '_ws.expert.severity',
    ]);
    expect(told).toMatchObject(
      CONNECTION.map(([, , , , , comment]) => ({
        'frame.comment': comment,
        'ip.checksum.status': client === V4 ? '1' : '',
        'tcp.checksum.status': '1',
        '_ws.malformed': '',
      })),
    );
    const severities = told.flatMap((frame) => frame['_ws.expert.severity'].split('|'));
    expect(Math.max(...severities.map(Number))).toBeLessThan(WARNING);
  });
});
