import { readdirSync } from 'node:fs';
import {
  enhancedPacket,
  type Interface,
  interfaceDescription,
  LINKS,
  sectionHeader,
} from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { capture, concat, LITTLE, pcapFile, read } from '../../tcp/test/capture-file.ts';
import { captureJudge } from '../src/index.ts';
import { accused, conversationsOf, packetsOf, RECORDED, type Seen, sightingsOf } from './files.ts';

const FILES = readdirSync(RECORDED).filter((file) => file.endsWith('.pcap'));
const recorded = (file: string): Seen[] => packetsOf(new URL(file, RECORDED));

const named = (name: string, nth = 1): Interface => ({ name, nth });
const ETH = named('eth0');
const WLAN = named('wlan0');
/** That one end has the lower port is as good as any other way to tell the directions apart. */
const upward = ({ packet: p }: Seen): boolean => p.sourcePort < p.destinationPort;

/** Each segment as it is seen on all interfaces that `on` gives, one after the other. */
const seenOn = (seen: readonly Seen[], on: (one: Seen, i: number) => Interface[]): Seen[] =>
  seen.flatMap((one, i) => on(one, i).map((face) => ({ ...one, on: face })));

/** All but the numbers of the frames. */
const said = (seen: readonly Seen[]) =>
  conversationsOf(seen).map(({ interface: from, segments, ...sockets }) => ({
    from,
    ...sockets,
    sightings: sightingsOf({ ...sockets, interface: from, segments }).map(
      ({ frame: _, ...sighting }) => sighting,
    ),
  }));
const from = (view: string | null, seen: ReturnType<typeof said>) =>
  seen.map((conversation) => ({ ...conversation, from: view }));

describe.each(FILES)('%s', (file) => {
  const seen = recorded(file);
  const alone = said(seen);

  it('is judged as it was on one interface', () =>
    expect(said(seenOn(seen, () => [ETH]))).toEqual(alone));

  it('is one conversation where each direction has an interface of its own', () => {
    const asymmetric = seenOn(seen, (one) => [upward(one) ? ETH : WLAN]);
    expect(said(asymmetric)).toEqual(alone);
    expect(accused(asymmetric)).toEqual(accused(seen));
  });

  it('is one conversation from each of several viewpoints', () => {
    const twice = said(seenOn(seen, () => [ETH, WLAN]));
    expect(twice.filter((c) => c.from === 'eth0')).toEqual(from('eth0', alone));
    expect(twice.filter((c) => c.from === 'wlan0')).toEqual(from('wlan0', alone));
    expect(twice).toHaveLength(2 * alone.length);
  });

  it('is judged anew when it shows late that there are viewpoints', () => {
    const half = Math.ceil(seen.length / 2);
    const views = (i: number, one: Seen) => (i < half ? [upward(one) ? ETH : WLAN] : [ETH, WLAN]);
    const late = said(seenOn(seen, (one, i) => views(i, one)));
    const seenThere = seen.filter((one, i) => views(i, one).includes(ETH));
    if (late.some((c) => c.from !== null))
      expect(late.filter((c) => c.from === 'eth0')).toEqual(from('eth0', said(seenThere)));
  });
});

describe('viewpoints', () => {
  const seen = recorded('01-handshake-data-close.pcap');

  it('are known again in another section', () => {
    const sections = seenOn(seen, () => [named('eth0')]);
    expect(said(sections)).toEqual(said(seen));
  });

  it('are told apart where they have the same name, or none', () => {
    const interfaces = [ETH, named('eth0', 2), named(''), named('', 2)];
    expect(conversationsOf(seenOn(seen, () => interfaces)).map((c) => c.interface)).toEqual([
      'eth0',
      'eth0 #2',
      '#1',
      '#2',
    ]);
  });

  it('do not part other connections of the same capture', () => {
    const other = recorded('43-ipv6-http.pcap');
    const both = [...seenOn(seen, () => [ETH, WLAN]), ...seenOn(other, () => [WLAN])];
    expect(conversationsOf(both).map((c) => c.interface)).toEqual(['eth0', 'wlan0', null]);
  });
});

describe('a file', () => {
  const { frames } = read(capture('01-handshake-data-close'));
  const inFile = (file: Uint8Array) => {
    const judge = captureJudge();
    expect(judge.push(file) ?? judge.end()).toBeNull();
    return judge.conversations().map((c) => ({
      from: c.interface,
      length: c.segments.length,
      violations: c.segments.violations,
    }));
  };
  const twice = (on: (i: 0 | 1) => number, ...names: (string | undefined)[]): Uint8Array =>
    concat(
      sectionHeader(),
      ...names.map((name) => interfaceDescription(LINKS.ethernet, 6, name)),
      ...frames.flatMap(({ time, octets }) =>
        ([0, 1] as const).map((i) =>
          enhancedPacket({ on: on(i), digits: 6, time: time + 50_000 * i, octets }),
        ),
      ),
    );

  it('of both ends has two conversations, and nobody is accused', () =>
    expect(inFile(twice((i) => i, 'client', 'server'))).toEqual([
      { from: 'client', length: frames.length, violations: 0 },
      { from: 'server', length: frames.length, violations: 0 },
    ]));

  it('of one interface has one, whether it is named or not', () => {
    for (const name of [undefined, 'eth0'])
      expect(inFile(twice(() => 0, name))).toMatchObject([
        { from: null, length: 2 * frames.length },
      ]);
  });

  it('in pcap has one', () =>
    expect(inFile(pcapFile(LITTLE, LINKS.ethernet, frames))).toMatchObject([{ from: null }]));
});

it('what was judged stays as it was when its buffer is used again', () => {
  const judge = captureJudge();
  const buffer = Buffer.from(capture('01-handshake-data-close'));
  judge.push(buffer);
  const before = judge.conversations().map(({ client, server }) => [client, server]);
  buffer.fill(0);
  expect(judge.conversations().map(({ client, server }) => [client, server])).toEqual(before);
});
