import { ACK, FIN, RST, type Segment, SYN, seq } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { playOn } from '../test/play.ts';
import { give, seated, type Table } from '../test/simulate.ts';
import { kindOfSegment, type Row, type Weather } from './index.ts';

const segment = (ctl: number, len = 0): Segment => ({
  ctl,
  seq: seq(1),
  ack: seq(1),
  wnd: 0,
  len,
  up: 0,
});

/** A match that is played to its end under this weather. */
function playedUnder(scenario: string, ...weather: readonly Weather[]): Table {
  const table = seated(scenario, 'numbers');
  for (const w of weather) give(table, { type: 'weather', by: 'server', weather: w });
  return playOn(table);
}

const sent = ({ match }: Table, from: 'client' | 'server'): Extract<Row, { kind: 'sent' }>[] =>
  match.world.rows.filter((r) => r.kind === 'sent').filter((r) => r.at === from);

describe('weather', () => {
  it('tells segments apart by what they do most of all', () =>
    expect(
      [SYN, SYN | ACK, ACK, FIN | ACK, RST, RST | ACK].map((ctl) => kindOfSegment(segment(ctl))),
    ).toEqual(['syn', 'syn-ack', 'ack', 'fin', 'rst', 'rst']));

  it('knows data from a bare ACK, and a FIN with data for a FIN', () => {
    expect(kindOfSegment(segment(ACK, 3))).toBe('data');
    expect(kindOfSegment(segment(FIN | ACK, 3))).toBe('fin');
  });

  it('loses the next of its kind, once', () => {
    const table = playedUnder('handshake', { what: 'lose', from: 'server', kind: 'syn-ack' });
    expect(sent(table, 'server').map((r) => r.transit)).toEqual([[], [50]]);
    expect(table.match.world.weather).toEqual([]);
    expect(table.match.outcome).toBe('finished');
  });

  it('waits for a segment of its kind from its end', () => {
    const table = playedUnder('close', { what: 'lose', from: 'server', kind: 'fin' });
    expect(sent(table, 'server').map((r) => r.transit.length)).toEqual([1, 0, 1]);
    expect(sent(table, 'client').map((r) => r.transit.length)).toEqual([1, 1]);
  });

  it('delays beyond the sender’s timer, so that two of it arrive', () => {
    const table = playedUnder('blind-syn', { what: 'delay', from: 'client', kind: 'data' });
    const came = table.match.world.rows.flatMap((r) =>
      r.kind === 'arrived' && r.text !== '' ? [r.time] : [],
    );
    expect(came).toEqual([1350, 1800]);
    expect(table.match.outcome).toBe('finished');
  });

  it('doubles', () => {
    const table = playedUnder('handshake', { what: 'duplicate', from: 'client', kind: 'syn' });
    expect(sent(table, 'client')[0]?.transit).toEqual([50, 90]);
    expect(table.match.world.ends.server.tcb.state).toBe('ESTABLISHED');
  });

  it('lets what follows overtake', () => {
    const table = playedUnder('lost-data', { what: 'reorder', from: 'client', kind: 'data' });
    const order = table.match.world.rows.flatMap((r) =>
      r.kind === 'arrived' && r.at === 'server' ? [r.text] : [],
    );
    expect(order).toEqual(['two', 'three', 'one']);
  });

  it('goes before the scenario’s own program, and counts on for it', () => {
    const table = playedUnder('lost-syn', { what: 'duplicate', from: 'client', kind: 'any' });
    expect(sent(table, 'client')[0]?.transit).toEqual([50, 90]);
  });

  it('of several takes the one that was made first', () => {
    const table = playedUnder(
      'handshake',
      { what: 'lose', from: 'client', kind: 'any' },
      { what: 'duplicate', from: 'client', kind: 'syn' },
    );
    expect(sent(table, 'client').map((r) => r.transit.length)).toEqual([0, 2, 1, 1]);
  });
});
