import { describe, expect, it } from 'vitest';
import { segment, text } from '../test/notation.ts';
import {
  ACK,
  closedTcb,
  establishedTcb,
  FIN,
  type Happening,
  type LinkProgram,
  type Simulation,
  SYN,
  simulate,
  type TcpEvent,
} from './index.ts';

const said = (event: TcpEvent): string =>
  'segment' in event ? text(event.segment) : 'timeout' in event ? event.timeout : event.call;
const line = ({ time, at, event, step }: Happening): string =>
  `${time} ${at} ${said(event)} → ${step.tcb.state}`;

/** All that happens, until `until`. */
function trace(sim: Simulation, until = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  for (let h = sim.next(); h && h.time <= until; h = sim.next()) lines.push(line(h));
  return lines;
}

function opening(link: LinkProgram): Simulation {
  const sim = simulate({ client: closedTcb(100), server: closedTcb(300) }, link);
  sim.happen('server', { call: 'OPEN', mode: 'passive' });
  sim.happen('client', { call: 'OPEN', mode: 'active' });
  return sim;
}

const HANDSHAKE = [
  '50 server <SEQ=100><CTL=SYN> → SYN-RECEIVED',
  '100 client <SEQ=300><ACK=101><CTL=SYN,ACK> → ESTABLISHED',
  '150 server <SEQ=101><ACK=301><CTL=ACK> → ESTABLISHED',
];

describe('a simulation', () => {
  it('lets each segment arrive after its time on the way, and ends when nothing is left', () =>
    expect(trace(opening([]))).toEqual(HANDSHAKE));

  it('tells what was before and what each segment that was sent meets with', () => {
    const sim = simulate({ client: closedTcb(100), server: closedTcb(300) }, [
      { from: 'client', ctl: SYN, nth: 1, transit: [30, 40] },
    ]);
    const { before, step, transits } = sim.happen('client', { call: 'OPEN', mode: 'active' });
    expect(before.state).toBe('CLOSED');
    expect(step.out.map(text)).toEqual(['<SEQ=100><CTL=SYN>']);
    expect(transits).toEqual([[30, 40]]);
  });

  it('has timers go off that are not stopped before, each time later', () => {
    const link: LinkProgram = [
      { from: 'client', ctl: SYN, nth: 1, transit: [] },
      { from: 'client', ctl: SYN, nth: 2, transit: [] },
    ];
    expect(trace(opening(link))).toEqual([
      '1000 client retransmission → SYN-SENT',
      '3000 client retransmission → SYN-SENT',
      '3050 server <SEQ=100><CTL=SYN> → SYN-RECEIVED',
      '3100 client <SEQ=300><ACK=101><CTL=SYN,ACK> → ESTABLISHED',
      '3150 server <SEQ=101><ACK=301><CTL=ACK> → ESTABLISHED',
    ]);
  });

  it('counts segments from each end, and by their kind', () => {
    const link: LinkProgram = [
      { from: 'client', ctl: ACK, nth: 1, transit: [] },
      { from: 'server', ctl: SYN | ACK, nth: 2, transit: [10] },
    ];
    expect(trace(opening(link))).toEqual([
      ...HANDSHAKE.slice(0, 2),
      '1050 server retransmission → SYN-RECEIVED',
      '1060 client <SEQ=300><ACK=101><CTL=SYN,ACK> → ESTABLISHED',
      '1110 server <SEQ=101><ACK=301><CTL=ACK> → ESTABLISHED',
    ]);
  });

  it('doubles and reorders', () => {
    const link: LinkProgram = [{ from: 'client', ctl: SYN, nth: 1, transit: [120, 60] }];
    expect(trace(opening(link))).toEqual([
      '60 server <SEQ=100><CTL=SYN> → SYN-RECEIVED',
      '110 client <SEQ=300><ACK=101><CTL=SYN,ACK> → ESTABLISHED',
      '120 server <SEQ=100><CTL=SYN> → SYN-RECEIVED',
      '160 server <SEQ=101><ACK=301><CTL=ACK> → ESTABLISHED',
      '170 client <SEQ=300><ACK=101><CTL=SYN,ACK> → ESTABLISHED',
      '220 server <SEQ=101><ACK=301><CTL=ACK> → ESTABLISHED',
    ]);
  });

  it('lets segments arrive that nobody sent', () => {
    const inject = segment('<SEQ=90><CTL=SYN>');
    expect(trace(opening([{ time: 20, at: 'server', inject }]), 50)).toEqual([
      '20 server <SEQ=90><CTL=SYN> → SYN-RECEIVED',
      '50 server <SEQ=100><CTL=SYN> → LISTEN',
    ]);
  });

  it('makes planned calls in their order, before a timer of the same time', () => {
    const sim = opening([{ from: 'client', ctl: SYN, nth: 1, transit: [] }]);
    sim.plan(1000, 'client', { call: 'SEND', len: 3 });
    sim.plan(400, 'client', { call: 'SEND', len: 4 });
    sim.plan(1000, 'client', { call: 'STATUS' });
    expect(trace(sim, 1000)).toEqual([
      '400 client SEND → SYN-SENT',
      '1000 client SEND → SYN-SENT',
      '1000 client STATUS → SYN-SENT',
      '1000 client retransmission → SYN-SENT',
    ]);
  });

  it('loses nothing that is planned when a timer goes off before', () => {
    const sim = opening([{ from: 'client', ctl: SYN, nth: 1, transit: [] }]);
    sim.plan(1001, 'client', { call: 'STATUS' });
    expect(trace(sim, 1001)).toEqual([
      '1000 client retransmission → SYN-SENT',
      '1001 client STATUS → SYN-SENT',
    ]);
  });

  it('does at once what is planned for a time that is over', () => {
    const sim = opening([]);
    sim.next();
    sim.plan(20, 'client', { call: 'STATUS' });
    expect(trace(sim, 50)).toEqual(['50 client STATUS → SYN-SENT']);
  });

  it('lasts as long as TIME-WAIT', () => {
    const ends = {
      client: establishedTcb('active', 100, 300),
      server: establishedTcb('passive', 300, 100),
    };
    const sim = simulate(ends, [{ from: 'client', ctl: FIN | ACK, nth: 1, transit: [70] }]);
    sim.plan(5, 'client', { call: 'CLOSE' });
    sim.plan(80, 'server', { call: 'CLOSE' });
    expect(trace(sim)).toEqual([
      '5 client CLOSE → FIN-WAIT-1',
      '75 server <SEQ=100><ACK=300><CTL=FIN,ACK> → CLOSE-WAIT',
      '80 server CLOSE → LAST-ACK',
      '125 client <SEQ=300><ACK=101><CTL=ACK> → FIN-WAIT-2',
      '130 client <SEQ=300><ACK=101><CTL=FIN,ACK> → TIME-WAIT',
      '180 server <SEQ=101><ACK=301><CTL=ACK> → CLOSED',
      '240130 client time-wait → CLOSED',
    ]);
  });
});
