import { ACK, type Endpoint, RST, SYN, seq } from '@ackade/tcp';
import { expect, test } from 'vitest';
import { baseOf } from './base.ts';
import type { Sighting, Sightings } from './conversation.ts';
import type { Verdict } from './verdict.ts';

const seen = (
  from: Endpoint,
  ctl: number,
  number: number,
  ack = 0,
  verdict: Verdict = 'ok',
): Sighting => ({
  frame: 1,
  time: 0,
  from,
  segment: { ctl, seq: seq(number), ack: seq(ack), wnd: 0, len: 0, up: 0 },
  verdict,
  rule: '3.4',
  reason: 'acknowledges',
  client: 'ESTABLISHED',
  server: 'ESTABLISHED',
});

const sightings = (...list: readonly Sighting[]): Sightings => ({
  length: list.length,
  at: (i) => list[i] ?? seen('client', 0, 0),
  violations: list.filter((s) => s.verdict === 'violation').length,
});

test('each end counts from its SYN', () => {
  const both = sightings(seen('client', SYN, 100), seen('server', SYN | ACK, 300, 101));
  expect([baseOf(both, 'client'), baseOf(both, 'server')]).toEqual([100, 300]);
});

test('an old duplicate SYN is not what a connection counts from', () => {
  const both = sightings(seen('client', SYN, 90, 0, 'violation'), seen('client', SYN, 100));
  expect(baseOf(both, 'client')).toBe(100);
});

test('an end that opened anew counts from its second SYN, and a RST says nothing of its sender', () => {
  const both = sightings(
    seen('client', RST, 91),
    seen('client', SYN, 100),
    seen('client', SYN, 400),
  );
  expect(baseOf(both, 'client')).toBe(400);
});

test('an end that was never heard counts from what the other acknowledged', () => {
  const one = sightings(seen('client', ACK, 101, 301), seen('client', ACK, 101, 401));
  expect([baseOf(one, 'client'), baseOf(one, 'server')]).toEqual([101, 301]);
});

test('an end that did nothing right still counts from what it sent first', () => {
  const both = sightings(
    seen('client', SYN, 7, 0, 'violation'),
    seen('server', SYN | ACK, 9, 8, 'violation'),
  );
  expect([baseOf(both, 'client'), baseOf(both, 'server')]).toEqual([7, 9]);
});
