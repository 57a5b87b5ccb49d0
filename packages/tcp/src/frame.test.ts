import { describe, expect, it } from 'vitest';
import { concat } from '../test/capture-file.ts';
import { type Frame, LINKS, nothingSkipped, SKIPS, type Skip, tcpIn, UNTOLD } from './frame.ts';
import { ACK, type Segment } from './segment.ts';
import { seq } from './seq.ts';
import { encode } from './wire.ts';

const DATA: Segment = { ctl: ACK, seq: seq(100), ack: seq(300), wnd: 1000, len: 3, up: 0 };
const PORTS = { sourcePort: 1, destinationPort: 2 };
const IPV4 = encode(DATA, { ...PORTS, source: new Uint8Array(4), destination: new Uint8Array(4) });
const IPV6 = encode(DATA, {
  ...PORTS,
  source: new Uint8Array(16),
  destination: new Uint8Array(16),
});

const framed = (linkType: number, ...parts: (Uint8Array | readonly number[])[]): Frame => {
  const octets = concat([9, 9], ...parts, [9, 9, 9]);
  const to = octets.length - 3;
  const place = { on: UNTOLD, linkType, octets, from: 2, to, length: to - 2 };
  return { n: 1, time: 0, ...place, comments: () => [] };
};
const MACS = Array(12).fill(2);

type Header = [what: string, link: number, header: number[], packet: Uint8Array];
const HEADERS: Header[] = [
  ['Ethernet', LINKS.ethernet, [...MACS, 8, 0], IPV4],
  ['Ethernet, IPv6', LINKS.ethernet, [...MACS, 0x86, 0xdd], IPV6],
  ['Ethernet, VLAN (802.1Q)', LINKS.ethernet, [...MACS, 0x81, 0, 0, 5, 8, 0], IPV4],
  ['Ethernet, QinQ', LINKS.ethernet, [...MACS, 0x88, 0xa8, 0, 5, 0x81, 0, 0, 6, 0x86, 0xdd], IPV6],
  ['Ethernet, old QinQ', LINKS.ethernet, [...MACS, 0x91, 0, 0, 5, 0x81, 0, 0, 6, 8, 0], IPV4],
  ['raw IP', LINKS.raw, [], IPV4],
  ['raw IP, IPv6', LINKS.raw, [], IPV6],
  ['raw IP by its number on BSD', 12, [], IPV4],
  ['raw IP by its number on OpenBSD', 14, [], IPV6],
  ['raw IPv4', LINKS.ipv4, [], IPV4],
  ['raw IPv6', LINKS.ipv6, [], IPV6],
  ['Linux cooked', LINKS.linuxSll, [0, 0, 0, 1, 0, 6, ...Array(8).fill(2), 8, 0], IPV4],
  [
    'Linux cooked, VLAN',
    LINKS.linuxSll,
    [0, 0, 0, 1, 0, 6, ...Array(8).fill(2), 0x81, 0, 0, 5, 0x86, 0xdd],
    IPV6,
  ],
  ['Linux cooked 2', LINKS.linuxSll2, [0x86, 0xdd, ...Array(18).fill(2)], IPV6],
  ['BSD loopback, big-endian', LINKS.null, [0, 0, 0, 2], IPV4],
  ['BSD loopback, little-endian', LINKS.null, [2, 0, 0, 0], IPV4],
  ...[10, 24, 28, 30].flatMap((family): Header[] => [
    [`BSD loopback, IPv6 as ${family}`, LINKS.null, [family, 0, 0, 0], IPV6],
    [`OpenBSD loopback, IPv6 as ${family}`, LINKS.loop, [0, 0, 0, family], IPV6],
  ]),
];

describe('a segment is found behind', () => {
  it.each(HEADERS)('%s', (_, link, header, packet) =>
    expect(tcpIn(framed(link, header, packet))).toMatchObject({ segment: DATA, ...PORTS }),
  );

  it.each(HEADERS)('%s, unless it is truncated', (_, link, header, packet) => {
    const { to, ...frame } = framed(link, header, packet);
    for (let cut = frame.from; cut < to - DATA.len; cut++) {
      const octets = frame.octets.slice().fill(0xff, cut);
      expect([cut, tcpIn({ ...frame, octets, to: cut })]).toEqual([cut, 'truncated']);
    }
    expect(tcpIn({ ...frame, to: to - DATA.len })).toMatchObject({ segment: DATA });
  });
});

it('the length on the wire counts where offloading left none in the packet', () => {
  const packet = IPV4.slice();
  packet.fill(0, 2, 4);
  const frame = framed(LINKS.ethernet, [...MACS, 8, 0], packet);
  expect(tcpIn(frame)).toMatchObject({ segment: { len: 3 } });
  expect(tcpIn({ ...frame, length: 54 + 4000 })).toMatchObject({ segment: { len: 4000 } });
});

it.each<[Skip, string, number, number[]]>([
  ['unknown-link', '802.11', 105, [8, 0]],
  ['not-ip', 'ARP', LINKS.ethernet, [...MACS, 8, 6]],
  ['not-ip', 'an 802.3 length', LINKS.ethernet, [...MACS, 0, 46]],
  ['not-ip', 'ARP in a VLAN', LINKS.ethernet, [...MACS, 0x81, 0, 0, 5, 8, 6]],
  ['not-ip', 'AppleTalk', LINKS.null, [16, 0, 0, 0]],
  ['not-ip', 'neither version of IP', LINKS.raw, [0x95]],
])('a frame is %s: %s', (code, _, link, header) =>
  expect(tcpIn(framed(link, header, IPV4))).toBe(code),
);

it('every reason to pass a frame over has its count', () =>
  expect(Object.keys(nothingSkipped())).toEqual([...SKIPS]));
