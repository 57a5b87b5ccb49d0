import { describe, expect, it } from 'vitest';
import { sightingsOf } from '../test/files.ts';
import { expectReasons, HANDSHAKE } from '../test/traffic.ts';

describe('what may be said of an ACK', () => {
  it('is accused where it ends within a segment, which arrives whole or not at all', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 101 ack 301 len 10 : carries-data
      s ACK 301 ack 106        : ack-of-half-a-segment
      s ACK 301 ack 111        : acknowledges`));

  it('may end within what offloading showed as one segment', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 101 ack 301 len 14600 : carries-data
      s ACK 301 ack 1561          : acknowledges
      s ACK 301 ack 14701         : acknowledges`));

  it('is accused where new data acknowledge less than before', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 101 ack 301 len 10 : carries-data
      s ACK 301 ack 111        : acknowledges
      s ACK 301 ack 101 len 5  : ack-taken-back`));

  it('may be an older one that came late', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 101 ack 301 len 10 : carries-data
      c ACK 111 ack 301 len 10 : carries-data
      s ACK 301 ack 121        : acknowledges
      s ACK 301 ack 111        : overtaken`));

  it('is accused of the SYN itself and of what came before it', () =>
    expectReasons(`
      c SYN 100                : opens
      s SYN,ACK 300 ack 101    : answers-syn
      c ACK 101 ack 300        : ack-before-connection
      c ACK 101 ack 200        : ack-before-connection
      c ACK 101 ack 301        : completes-handshake`));

  it('of what was never shown is accused, unless the peer goes on from there', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 101 ack 301 len 10         : carries-data
      s ACK 301 ack 1111               : capture-lacks-segments
      c ACK 1111 ack 301 len 10 at 0.5 : ahead-of-gap
      s ACK 301 ack 1121               : capture-lacks-segments`));

  it('stays accused where the peer goes on from where it stood', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 101 ack 301 len 10        : carries-data
      s ACK 301 ack 112               : ack-of-unsent
      c ACK 111 ack 301 len 10 at 0.5 : carries-data
      s ACK 301 ack 121               : acknowledges`));

  it('is not accused where two frames stand in the capture in the wrong order', () =>
    expectReasons(`${HANDSHAKE}
      s ACK 301 ack 111 at 1             : capture-lacks-segments
      c ACK 101 ack 301 len 10 at 1.0001 : carries-data`));

  it('fills a gap of the capture, for what was acknowledged did arrive', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 111 ack 301 len 10 : ahead-of-gap
      s ACK 301 ack 121        : capture-lacks-segments
      c ACK 121 ack 301 len 10 : carries-data
      s ACK 301 ack 131        : acknowledges`));

  it('is missed on a FIN, on data and on a segment without any bit', () =>
    expectReasons(`${HANDSHAKE}
      c FIN 101          : ack-bit-missing
      c PSH 101 len 5    : ack-bit-missing
      c none 101         : ack-bit-missing`));
});

describe('what may be said of a sequence number', () => {
  it('is accused before the connection', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 50 ack 301 len 10 : number-before-connection`));

  it('is accused where the endpoint never stood', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 101 ack 301 len 10 : carries-data
      c ACK 105 ack 301        : number-never-reached
      c FIN,ACK 111 ack 301    : closes
      c ACK 200 ack 301        : number-never-reached`));

  it('that goes ahead of what was seen tells that something was lost', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 111 ack 301 len 10 : ahead-of-gap
      c ACK 101 ack 301 len 10 : fills-gap
      c ACK 101 ack 301 len 10 : data-again
      s ACK 301 ack 121        : acknowledges`));

  it('keeps a connection alive, before any data and after', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 100 ack 301        : keeps-alive
      s ACK 301 ack 101        : acknowledges-again
      c ACK 101 ack 301 len 10 : carries-data
      s ACK 301 ack 111        : acknowledges
      c ACK 110 ack 301        : keeps-alive`));

  it('crosses 2^32 without a word', () =>
    expectReasons(`
      c SYN 4294967290                           : opens
      s SYN,ACK 4294967295 ack 4294967291        : answers-syn
      c ACK 4294967291 ack 0                     : completes-handshake
      c ACK 4294967291 ack 0 len 10              : carries-data
      s ACK 0 ack 5                              : acknowledges
      s ACK 0 ack 5 len 3                        : carries-data
      c FIN,ACK 5 ack 3                          : closes
      s FIN,ACK 3 ack 6                          : closes
      c ACK 6 ack 4                              : acknowledges-fin`));
});

describe('a FIN', () => {
  it('ends the stream: nothing follows it, and it does not move', () =>
    expectReasons(`${HANDSHAKE}
      c FIN,ACK 101 ack 301       : closes
      c ACK 102 ack 301 len 5     : data-after-fin
      c FIN,ACK 107 ack 301       : second-fin
      c FIN,ACK 101 ack 301       : fin-again
      s ACK 301 ack 102           : acknowledges-fin`));

  it('does not stand before data that were sent', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 101 ack 301 len 10 : carries-data
      c FIN,ACK 105 ack 301    : fin-before-end-of-data`));

  it('may ride on a SYN, as data may', () => {
    expectReasons(`
      c SYN 100 len 10         : opens
      s SYN,ACK 300 ack 101    : answers-syn
      c ACK 101 ack 301        : overtaken
      c ACK 101 ack 301 len 10 : data-again
      s ACK 301 ack 111        : acknowledges`);
    expectReasons(`
      c SYN,FIN 100         : syn-with-fin
      s SYN,ACK 300 ack 101 : answers-syn`);
  });
});

describe('a window', () => {
  const open = (shift: string): string => `
      c SYN 100 wnd 1000 mss 1460 ${shift}             : opens
      s SYN,ACK 300 ack 101 wnd 1000 mss 1460 ${shift} : answers-syn
      c ACK 101 ack 301 wnd 1000                       : completes-handshake`;

  it('is not overrun', () =>
    expectReasons(`${open('')}
      c ACK 101 ack 301 len 1000 : carries-data
      c ACK 1101 ack 301 len 2   : beyond-window`));

  it('counts in units of the scale once both SYNs have named one', () =>
    expectReasons(`${open('shift 4')}
      s ACK 301 ack 101 wnd 1000  : acknowledges-again
      c ACK 101 ack 301 len 1460  : carries-data
      c ACK 1561 ack 301 len 1460 : carries-data`));

  it('cuts a segment that goes beyond it', () =>
    expectReasons(`${open('')}
      c ACK 101 ack 301 len 990 : carries-data
      c ACK 1091 ack 301 len 11 : carries-data
      s ACK 301 ack 1101 wnd 0  : acknowledges`));

  it('that is closed is probed, with an octet or as Linux does', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 101 ack 301 len 10    : carries-data
      s ACK 301 ack 111 wnd 0     : acknowledges
      c ACK 110 ack 301           : probe-without-data
      s ACK 301 ack 111 wnd 0     : acknowledges-again
      c ACK 111 ack 301 len 1     : probes-window`));
});

describe('a reset', () => {
  it('refuses a connection', () => {
    const [c] = expectReasons(`
      c SYN 100           : opens
      s RST,ACK 0 ack 101 : refuses`);
    expect(c?.end).toBe('refused');
  });

  it('that refuses must acknowledge the SYN', () =>
    expectReasons(`
      c SYN 100           : opens
      s RST,ACK 0 ack 100 : wrong-ack-of-syn
      s RST 0             : forged-reset
      s RST,ACK 7 ack 101 : forged-reset`));

  it('aborts at the next number, bare as in the RFC or with ACK', () => {
    expectReasons(`${HANDSHAKE} c RST 101 : aborts`);
    expectReasons(`${HANDSHAKE} c RST,ACK 101 ack 301 : abort-with-ack`);
  });

  it('at any other number was sent by a stranger', () =>
    expectReasons(`${HANDSHAKE}
      c RST 1101     : forged-reset
      c RST,ACK 1101 : ack-before-connection
      c RST 90       : forged-reset`));

  it('was forged, too, where the endpoint goes on afterwards, and never closed it', () => {
    const [c] = expectReasons(`${HANDSHAKE}
      c RST 101                       : forged-reset
      s ACK 301 ack 101               : acknowledges-again
      c ACK 101 ack 301 len 10 at 0.5 : carries-data`);
    expect(c?.segments.at(3)).toMatchObject({ verdict: 'violation', client: 'ESTABLISHED' });
  });

  it('may overtake what was sent before it', () =>
    expectReasons(`${HANDSHAKE}
      c RST 101 at 0.1                  : aborts
      c ACK 101 ack 301 len 10 at 0.101 : overtaken`));

  it('is sent once for every segment that finds no connection', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 101 ack 301 len 10  : carries-data
      s ACK 301 ack 101 len 10  : carries-data
      s ACK 311 ack 111 len 10  : carries-data
      c RST,ACK 111 ack 301     : abort-with-ack
      c RST 101                 : denies
      c RST 111                 : denies`));

  it('answers data that come after CLOSE, where nobody is left to read them', () =>
    expectReasons(`${HANDSHAKE}
      c FIN,ACK 101 ack 301    : closes
      s ACK 301 ack 102        : acknowledges-fin
      s ACK 301 ack 102 len 10 : carries-data
      c RST 102                : reset-after-close`));

  it('has no SYN and no FIN beside it', () =>
    expectReasons(`${HANDSHAKE}
      c SYN,RST 101 : impossible-bits
      c FIN,RST 101 : impossible-bits`));

  it('objects to a SYN,ACK that answers an older SYN (Figure 8 at A)', () =>
    expectReasons(`
      c SYN 100             : opens
      s SYN,ACK 300 ack 91  : capture-lacks-segments
      c RST 91              : denies
      s SYN,ACK 400 ack 101 : answers-syn
      c ACK 101 ack 401     : completes-handshake`));

  it('objects to the ACK of something that was not sent, and the connection comes about (3.5.2)', () =>
    expectReasons(`
      c SYN 100             : opens
      s SYN,ACK 300 ack 101 : answers-syn
      c ACK 101 ack 350     : ack-of-unsent
      s RST 350             : denies
      c ACK 101 ack 301     : completes-handshake`));

  it('tells a half-open end that its peer has crashed (Figure 10)', () =>
    expectReasons(`${HANDSHAKE}
      s ACK 301 ack 101 len 10 : carries-data
      c RST 101                : aborts`));
});

describe('a SYN', () => {
  it('with another ISS is not its own while the first is unanswered', () =>
    expectReasons(`
      c SYN 100 : opens
      c SYN 100 : syn-again
      c SYN 200 : second-iss`));

  it('of two with different ISSs is the one that is acknowledged', () => {
    expectReasons(`
      c SYN 200             : second-iss
      c SYN 100             : opens
      c SYN 100             : syn-again
      s SYN,ACK 300 ack 101 : answers-syn
      c ACK 101 ack 301     : completes-handshake`);
    expectReasons(`
      c SYN 100             : opens
      s SYN,ACK 900 ack 101 : second-iss
      s SYN,ACK 300 ack 101 : answers-syn
      c ACK 101 ack 301     : completes-handshake`);
    expectReasons(`
      c SYN 200           : second-iss
      c SYN 100           : opens
      s RST,ACK 0 ack 101 : refuses`);
  });

  it('with another ISS reopens what the endpoint has forgotten (Figure 9)', () =>
    expectReasons(`${HANDSHAKE}
      c SYN 400             : reopens
      s ACK 301 ack 101     : acknowledges-again
      c RST 101             : denies
      c SYN 400             : syn-again
      s SYN,ACK 900 ack 401 : answers-syn
      c ACK 401 ack 901     : completes-handshake`));

  it('was forged where the endpoint goes on as before', () =>
    expectReasons(`${HANDSHAKE}
      c SYN 5000               : forged-syn
      s ACK 301 ack 101        : acknowledges-again
      c ACK 101 ack 301 len 10 : carries-data
      s ACK 301 ack 111        : acknowledges`));

  it('was an old duplicate where its sender resets the answer and opens otherwise (Figure 8 at B)', () =>
    expectReasons(`
      c SYN 90              : old-duplicate-syn
      s SYN,ACK 300 ack 91  : answers-syn
      c RST 91              : denies
      c SYN 100             : opens
      s SYN,ACK 400 ack 101 : answers-syn
      c ACK 101 ack 401     : completes-handshake`));

  it('is no more than scanned where nothing follows the reset', () =>
    expectReasons(`
      c SYN 90             : opens
      s SYN,ACK 300 ack 91 : answers-syn
      c RST 91             : denies`));

  it('begins another conversation after the last has ended', () => {
    const conversations = expectReasons(`${HANDSHAKE}
      c FIN,ACK 101 ack 301 : closes
      s FIN,ACK 301 ack 102 : closes
      c ACK 102 ack 302     : acknowledges-fin
      c SYN 9000            : opens
      s ACK 302 ack 102     : acknowledges-again
      s SYN,ACK 700 ack 9001 : answers-syn`);
    expect(conversations.map((c) => [c.end, c.segments.length])).toEqual([
      ['graceful', 7],
      ['open', 2],
    ]);
  });

  it('and a SYN,ACK again are told from the first', () =>
    expectReasons(`
      c SYN 100             : opens
      s SYN,ACK 300 ack 101 : answers-syn
      s SYN,ACK 300 ack 101 : syn-ack-again
      s SYN,ACK 350 ack 101 : second-iss
      c ACK 101 ack 301     : completes-handshake`));

  it('crosses another when both open (Figure 7)', () => {
    const [c] = expectReasons(`
      c SYN 100             : opens
      s SYN 300             : crosses-syn
      c SYN,ACK 100 ack 301 : answers-syn
      s SYN,ACK 300 ack 101 : answers-syn
      c ACK 101 ack 301     : acknowledges-again`);
    expect(c && sightingsOf(c).map(({ client, server }) => `${client} ${server}`)).toEqual([
      'SYN-SENT LISTEN',
      'SYN-RECEIVED SYN-SENT',
      'SYN-RECEIVED ESTABLISHED',
      'ESTABLISHED ESTABLISHED',
      'ESTABLISHED ESTABLISHED',
    ]);
  });
});

it('what lacks the ACK bit is dropped, and tells nothing', () =>
  expectReasons(`${HANDSHAKE}
    c FIN 101             : ack-bit-missing
    c PSH 101 len 10      : ack-bit-missing
    c ACK 101 ack 301 len 10 : carries-data
    s ACK 301 ack 111     : acknowledges`));

describe('a capture that began late', () => {
  it('takes the first segment of each end as it comes, and judges the next', () =>
    expectReasons(`
      c ACK 101 ack 301 len 10 : began-late
      s ACK 301 ack 111        : began-late
      c ACK 111 ack 301 len 10 : carries-data
      s ACK 301 ack 121        : acknowledges
      s ACK 301 ack 999        : ack-of-unsent`));

  it('accuses nobody while one direction is missing', () =>
    expectReasons(`
      c ACK 101 ack 301 len 10  : began-late
      c ACK 111 ack 301 len 10  : capture-lacks-segments
      c ACK 121 ack 9301 len 10 : capture-lacks-segments`));

  it('takes the sender of a SYN,ACK for the server', () => {
    const [c] = expectReasons(`
      s SYN,ACK 300 ack 101 : began-late
      c ACK 101 ack 301     : capture-lacks-segments`);
    expect(c?.client).toBe('10.0.0.1:5000');
  });
});

describe('nobody is accused', () => {
  it('for an RST to a SYN,ACK that nobody asked for', () =>
    expectReasons(`
      s SYN,ACK 300 ack 101 : began-late
      c RST 101             : denies`));

  it('for an abort with which the capture begins', () =>
    expectReasons(`
      s ACK 301 ack 101 len 10 : began-late
      c RST,ACK 101 ack 311    : began-late`));

  it('for a port that is used again while the last ACK is not in the capture', () =>
    expectReasons(`${HANDSHAKE}
      c FIN,ACK 101 ack 301             : closes
      s FIN,ACK 301 ack 102             : closes
      c SYN 900000 at 300               : reopens
      s SYN,ACK 5000000 ack 900001      : answers-syn
      c ACK 900001 ack 5000001          : completes-handshake
      c ACK 900001 ack 5000001 len 10   : carries-data
      s ACK 5000001 ack 900011          : acknowledges`));

  it('for opening anew after giving up', () => {
    expectReasons(`
      c SYN 100 at 0    : opens
      c SYN 100 at 1    : syn-again
      c SYN 9000 at 500 : opens`);
    expectReasons(`
      c SYN 100 at 0                : opens
      s SYN,ACK 300 ack 101 at 0.1  : answers-syn
      c SYN 100 at 69               : syn-again
      s SYN,ACK 7000 ack 101 at 70  : answers-syn
      c ACK 101 ack 7001 at 70.1    : completes-handshake`);
  });

  it('for scanning twice from the same port', () =>
    expectReasons(`
      c SYN 100 at 0             : opens
      s SYN,ACK 300 ack 101 at 0 : answers-syn
      c RST 101 at 0             : denies
      c SYN 9000 at 5            : opens`));

  it('for a window that was opened by a segment which the capture lacks', () =>
    expectReasons(`${HANDSHAKE}
      s ACK 301 ack 101 wnd 1000   : acknowledges-again
      c ACK 101 ack 301 len 65000  : carries-data
      s ACK 301 ack 65101 wnd 600  : acknowledges
      c ACK 65101 ack 301 len 1200 : capture-lacks-segments
      c ACK 66301 ack 301 len 100  : capture-lacks-segments
      s ACK 301 ack 66401 wnd 1000 : acknowledges`));

  it('for acknowledging what a pure ACK showed to have been sent', () =>
    expectReasons(`${HANDSHAKE}
      c ACK 201 ack 301 : capture-lacks-segments
      s ACK 301 ack 201 : capture-lacks-segments`));

  it('for a FIN whose first copy is not in the capture', () =>
    expectReasons(`
      s ACK 302 ack 101     : began-late
      s FIN,ACK 301 ack 101 : capture-lacks-segments`));

  it('for taking the octets first and the FIN behind them later', () =>
    expectReasons(`${HANDSHAKE}
      c FIN,ACK 101 ack 301 len 10 : closes
      s ACK 301 ack 111            : acknowledges
      s ACK 301 ack 112            : acknowledges-fin`));

  it('for resetting the answer of a TIME-WAIT that has refused its SYN', () =>
    expectReasons(`${HANDSHAKE}
      c FIN,ACK 101 ack 301 : closes
      s FIN,ACK 301 ack 102 : closes
      c ACK 102 ack 302     : acknowledges-fin
      c SYN 50              : opens
      s ACK 302 ack 102     : acknowledges-again
      c RST 102             : denies`));

  it('for resets where only one direction was captured', () =>
    expectReasons(`
      c SYN 100                : opens
      c ACK 101 ack 301        : capture-lacks-segments
      c ACK 101 ack 301 len 10 : capture-lacks-segments
      c FIN,ACK 111 ack 301    : capture-lacks-segments
      c RST 101                : capture-lacks-segments`));

  it('for refusing a SYN with a FIN on it, of which both count', () =>
    expectReasons(`
      c SYN,FIN 100       : syn-with-fin
      s RST,ACK 0 ack 102 : refuses`));

  it('for resetting what a connection answers that began before the capture, and for opening again', () =>
    expectReasons(`
      c SYN 900          : opens
      s ACK 301 ack 501  : capture-lacks-segments
      c RST 501          : denies
      c SYN 900 at 1     : syn-again
      s SYN,ACK 7000 ack 901 : answers-syn
      c ACK 901 ack 7001 : completes-handshake`));

  it('for answering each of several SYNs in a connection that began before the capture', () =>
    expectReasons(`
      c SYN 900          : opens
      s ACK 301 ack 501  : capture-lacks-segments
      c SYN 900 at 1     : syn-again
      s ACK 301 ack 501  : began-late
      c RST 501          : denies`));

  it('for going on after a SYN that was sent in its name before anything else was seen', () =>
    expectReasons(`
      c SYN 900                : forged-syn
      s ACK 301 ack 501        : capture-lacks-segments
      c ACK 501 ack 301 len 10 : began-late
      s ACK 301 ack 511        : acknowledges`));

  it('for more than 2 GiB one way', () => {
    const piece = 65_000_000;
    const lines = Array.from({ length: 40 }, (_, i) => {
      const at = 101 + i * piece;
      return `c ACK ${at} ack 301 len ${piece} : carries-data
              s ACK 301 ack ${at + piece} wnd 65535 : acknowledges`;
    });
    expectReasons(`
      c SYN 100 mss 1460 shift 14             : opens
      s SYN,ACK 300 ack 101 mss 1460 shift 14 : answers-syn
      c ACK 101 ack 301                       : completes-handshake
      s ACK 301 ack 101                       : acknowledges-again
      ${lines.join('\n')}`);
  });
});

it('a forged refusal does not end a connection that stands', () => {
  const [c] = expectReasons(`${HANDSHAKE}
    c ACK 101 ack 301 len 10 : carries-data
    s ACK 301 ack 111 len 10 : carries-data
    s RST,ACK 0 ack 101      : forged-reset`);
  expect(c?.end).toBe('open');
});
