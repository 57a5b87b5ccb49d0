import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment, text } from '../test/notation.ts';
import { CONTROL_MASK, controlText, has, isPureAck, RST, SYN, segEnd, segLen } from './segment.ts';
import { seq } from './seq.ts';

describe('SEG.LEN counts octets, SYN and FIN, nothing else (§3.4)', () => {
  it.each([
    ['<SEQ=1><CTL=none>', 0],
    ['<SEQ=1><CTL=SYN>', 1],
    ['<SEQ=1><ACK=1><CTL=SYN,ACK>', 1],
    ['<SEQ=1><ACK=1><CTL=FIN,ACK>', 1],
    ['<SEQ=1><CTL=SYN,FIN>', 2],
    ['<SEQ=1><ACK=1><CTL=PSH,URG,ACK>', 0],
    ['<SEQ=1><CTL=RST>', 0],
    ['<SEQ=1><ACK=1><CTL=ACK><DATA=5>', 5],
    ['<SEQ=1><CTL=SYN,FIN><DATA=5>', 7],
  ])('%s occupies %i', (s, length) => {
    expect(segLen(segment(s))).toBe(length);
    expect(segEnd(segment(s))).toBe(1 + length);
  });

  it('and ends across the wrap', () =>
    expect(segEnd(segment('<SEQ=4294967295><ACK=1><CTL=FIN,ACK><DATA=2>'))).toBe(2));
});

describe('control bits', () => {
  it.each([
    [0, 'none'],
    [SYN, 'SYN'],
    [18, 'SYN,ACK'],
    [17, 'FIN,ACK'],
    [20, 'RST,ACK'],
    [24, 'PSH,ACK'],
    [CONTROL_MASK, 'SYN,FIN,RST,PSH,URG,ACK'],
  ])('%i reads %s', (ctl, name) => expect(controlText(ctl)).toBe(name));

  it('has any of', () => {
    expect(has(segment('<SEQ=1><ACK=1><CTL=SYN,ACK>'), SYN | RST)).toBe(true);
    expect(has(segment('<SEQ=1><ACK=1><CTL=ACK>'), SYN | RST)).toBe(false);
  });

  it('a pure ACK is ACK, pushed or not, without data', () => {
    expect(isPureAck(segment('<SEQ=1><ACK=1><CTL=ACK>'))).toBe(true);
    expect(isPureAck(segment('<SEQ=1><ACK=1><CTL=PSH,ACK>'))).toBe(true);
    expect(isPureAck(segment('<SEQ=1><ACK=1><CTL=ACK><DATA=1>'))).toBe(false);
    expect(isPureAck(segment('<SEQ=1><ACK=1><CTL=URG,ACK>'))).toBe(false);
    expect(isPureAck(segment('<SEQ=1><CTL=none>'))).toBe(false);
  });

  it('the tests write segments as they read them', () =>
    fc.assert(
      fc.property(
        fc.record({ ctl: fc.nat(CONTROL_MASK), seq: fc.nat(), ack: fc.nat(), len: fc.nat(999) }),
        (s) => {
          const written = text({ ...s, seq: seq(s.seq), ack: seq(s.ack), wnd: 65535, up: 0 });
          expect(text(segment(written))).toBe(written);
        },
      ),
    ));
});
