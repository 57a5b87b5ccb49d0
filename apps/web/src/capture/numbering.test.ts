import type { Sighting } from '@ackade/observer';
import { ACK, type Endpoint, seq } from '@ackade/tcp';
import { describe, expect, test } from 'vitest';
import { spoken, tokensOf } from './numbering.ts';

const sighting = (from: Endpoint, number: number, ack: number): Sighting => ({
  frame: 1,
  time: 0,
  from,
  segment: { ctl: ACK, seq: seq(number), ack: seq(ack), wnd: 0, len: 5, up: 0 },
  verdict: 'ok',
  rule: '3.4',
  reason: 'carries-data',
  client: 'ESTABLISHED',
  server: 'ESTABLISHED',
});

const base = { client: 100, server: 4_294_967_295 };

describe('spoken', () => {
  test('relative: seq counts from the sender’s number, ack from its peer’s', () => {
    expect(spoken(sighting('client', 101, 0), 'relative', base)).toMatchObject({ seq: 1, ack: 1 });
    expect(spoken(sighting('server', 9, 106), 'relative', base)).toMatchObject({ seq: 10, ack: 6 });
  });

  test('absolute: as in the header', () => {
    const written = spoken(sighting('server', 9, 106), 'absolute', base);
    expect(written).toEqual({ ctl: ACK, seq: 9, ack: 106, len: 5 });
  });
});

test('a pill names bits, numbers and, where there are data, their length', () => {
  const texts = (len: number): readonly string[] =>
    tokensOf({ ctl: ACK, seq: 1, ack: 2, len }).map((token) => token.text);
  expect(texts(0)).toEqual(['ACK', 'seq 1', 'ack 2']);
  expect(texts(1448)).toEqual(['ACK', 'seq 1', 'ack 2', 'len 1448']);
});
