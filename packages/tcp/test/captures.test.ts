import { describe, expect, it } from 'vitest';
import { ACK, CONTROL_BITS, PSH, SYN } from '../src/segment.ts';
import type { Packet } from '../src/wire.ts';
import { CAPTURES, capture, read } from './capture-file.ts';

const packets = (name: string): Packet[] =>
  read(capture(name)).frames.map(({ tcp }) => {
    if (typeof tcp === 'string') throw new Error(tcp);
    return tcp;
  });
/** The control bits of every segment by their first letters. */
const letters = (name: string): string =>
  packets(name)
    .map(({ segment }) =>
      Object.entries(CONTROL_BITS)
        .filter(([, bit]) => segment.ctl & bit)
        .map(([bit]) => bit[0])
        .sort()
        .join(''),
    )
    .join(' ');

describe('the recorded captures hold these control bits in order', () => {
  it.each([
    ['01-handshake-data-close', 'S AS A AP A AP A AF A AF A'],
    ['02-half-close', 'S AS A AP A AF A AP A AF A'],
    ['03-rst-closed-port', 'S AR'],
    ['04-abort-linger0', 'S AS A AP A AR'],
    ['08-three-segment-close', 'S AS A AP A AF AF A'],
    ['10-lost-synack', 'S AS S AS A AS A AP A AP A AF A AF A'],
    ['12-syn-retransmit', 'S S S S'],
    ['20-simultaneous-open.A-view', 'S S AS AS A A AP A AF AR R'],
    ['21-simultaneous-close.A-view', 'S AS A AF AF A A'],
    ['22-lost-third-ack.B-view', 'S AS AP A AF A AF A'],
    ['24-old-duplicate-syn-fig8.B-view', 'S AS R S AS S AS A A AF A AR'],
    ['26-half-open-syn-fig9.B-view', 'S AS A S A R S AS A AR AF R'],
    ['27-blind-rst-challenge-ack.B-view', 'S AS A AP A R A R R AF R'],
    ['29-fin-overtakes-data.B-view', 'S AS A AF A AP A AR'],
    ['40-http-small', 'S AS A AP A AP A AP A AF AF A'],
    ['43-ipv6-http', 'S AS A AP A AP A AP A AF AF A A'],
    ['44-refused', 'S AR'],
  ])('%s: %s', (name, bits) => expect(letters(name)).toBe(bits));

  it('and every file is read to its end', () => {
    expect(CAPTURES.length).toBe(18);
    for (const name of CAPTURES) expect(read(capture(name)).fault).toBeNull();
  });
});

describe('fields', () => {
  it('of a SYN: numbers, window and options', () =>
    expect(packets('40-http-small')[0]).toMatchObject({
      addressLength: 4,
      sourcePort: 50784,
      destinationPort: 8000,
      segment: { ctl: SYN, seq: 4286559451, ack: 0, wnd: 64240, len: 0, up: 0 },
      mss: 1460,
      shift: 10,
    }));

  it('of data over IPv6', () =>
    expect(packets('43-ipv6-http')[3]).toMatchObject({
      addressLength: 16,
      sourcePort: 44186,
      destinationPort: 8000,
      segment: { ctl: PSH | ACK, seq: 4225369971, ack: 809020853, wnd: 64, len: 87, up: 0 },
      mss: null,
      shift: null,
    }));

  it('of frames cut at 96 octets: as much data as was sent', () => {
    const { frames } = read(capture('48-loss4-server-view'));
    expect(frames.length).toBe(430);
    expect(Math.max(...frames.map(({ octets }) => octets.length))).toBe(96);
    expect(frames[3]).toMatchObject({ length: 150, tcp: { segment: { len: 84 } } });
    expect(Math.max(...packets('48-loss4-server-view').map(({ segment }) => segment.len))).toBe(
      1448,
    );
  });
});
