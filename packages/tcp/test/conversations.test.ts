import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDPOINTS, peerOf } from '../src/index.ts';
import { converse, type User } from './conversation.ts';
import { conversations } from './conversations.ts';

const RUNS = 10_000;

const octets = (u: User): number => u.sends.reduce((sum, s) => sum + s.len, 0);

describe('whatever the network loses, doubles, delays and reorders', () => {
  it(
    'both streams arrive whole and in order, and both ends close',
    () =>
      fc.assert(
        fc.property(conversations, (c) => {
          const accounts = converse(c);
          for (const e of ENDPOINTS) {
            const { state, received, peerClosed } = accounts[e];
            expect([state, received, peerClosed]).toEqual([
              'CLOSED',
              octets(c.users[peerOf(e)]),
              true,
            ]);
          }
        }),
        { numRuns: RUNS, seed: 9293 },
      ),
    120_000,
  );
});
