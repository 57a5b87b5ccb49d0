import { CONTROL_BITS, type ControlBit, type Packet, seq } from '@ackade/tcp';
import { expect } from 'vitest';
import { type Conversation, observe } from '../src/index.ts';
import { sightingsOf } from './files.ts';

const LINE =
  /^([cs]) (\S+) (\d+)(?: ack (\d+))?(?: len (\d+))?(?: wnd (\d+))?(?: mss (\d+))?(?: shift (\d+))?(?: at ([\d.]+))? : (\S+)$/;
const ADDRESSES = new Uint8Array([10, 0, 0, 1, 10, 0, 0, 2]);
const SWAPPED = new Uint8Array([10, 0, 0, 2, 10, 0, 0, 1]);

/**
 * Plays lines such as `c FIN,ACK 101 ack 301 : closes` (`c`lient or `s`erver, control bits, SEQ; ACK, data
 * octets, window, options and the time in seconds if need be) before an observer, and expects of each
 * segment, when all have been seen, the reason behind the colon.
 */
export function expectReasons(script: string): readonly Conversation[] {
  const lines = script
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
  const observer = observe();
  const reasons: string[] = [];
  lines.forEach((line, i) => {
    const [, who, bits = '', from, ack, len, wnd, mss, shift, at, reason = ''] =
      LINE.exec(line) ?? [];
    if (who === undefined) throw new Error(`not a line of traffic: ${line}`);
    reasons.push(reason);
    const number = (text: string | undefined): number | null => (text ? Number(text) : null);
    const packet: Packet = {
      octets: who === 'c' ? ADDRESSES : SWAPPED,
      addresses: 0,
      addressLength: 4,
      header: 0,
      end: 0,
      sourcePort: who === 'c' ? 5000 : 80,
      destinationPort: who === 'c' ? 80 : 5000,
      segment: {
        ctl: bits.split(',').reduce((ctl, bit) => ctl | (CONTROL_BITS[bit as ControlBit] ?? 0), 0),
        seq: seq(Number(from)),
        ack: seq(number(ack) ?? 0),
        wnd: number(wnd) ?? 65535,
        len: number(len) ?? 0,
        up: 0,
      },
      mss: number(mss),
      shift: number(shift),
    };
    observer.see(i + 1, number(at) ?? i * 0.01, packet);
  });
  const conversations = observer.conversations();
  const said = conversations.flatMap(sightingsOf).sort((a, b) => a.frame - b.frame);
  expect(said.map(({ reason }, i) => `${lines[i]?.replace(/ : .*/, '')} : ${reason}`)).toEqual(
    lines.map((line, i) => `${line.replace(/ : .*/, '')} : ${reasons[i]}`),
  );
  return conversations;
}

/** The three lines with which most connections begin: ISS 100 and 300. */
export const HANDSHAKE = `
  c SYN 100 mss 1460 : opens
  s SYN,ACK 300 ack 101 mss 1460 : answers-syn
  c ACK 101 ack 301 : completes-handshake
`;
