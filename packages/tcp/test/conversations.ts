import fc from 'fast-check';
import { ACK, ENDPOINTS, type EndpointOptions, FIN, type Passage, SYN, URG } from '../src/index.ts';
import type { Conversation, User } from './conversation.ts';

/** Anywhere, but half of the time so that the stream crosses 2^32. */
const iss = fc.oneof(fc.nat(0xffffffff), fc.integer({ min: 2 ** 32 - 3000, max: 2 ** 32 - 1 }));

const options: fc.Arbitrary<EndpointOptions> = fc.record({
  mss: fc.constantFrom(1, 7, 100, 536, 1460),
  window: fc.constantFrom(1, 10, 300, 5000, 65535),
  reads: fc.constantFrom('at-once', 'at-once', 'on-call'),
  delayedAck: fc.boolean(),
  listening: fc.boolean(),
});

const time = fc.nat(6000);
const user = fc.record({
  iss,
  options,
  sends: fc.array(
    fc.record({ time, len: fc.integer({ min: 1, max: 9999 }), urgent: fc.boolean() }),
    { maxLength: 4 },
  ),
  close: time,
  receives: fc.array(fc.record({ delay: fc.nat(2000), len: fc.integer({ min: 1, max: 2000 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

const passage = (transit: fc.Arbitrary<readonly number[]>): fc.Arbitrary<Passage> =>
  fc.record({
    from: fc.constantFrom(...ENDPOINTS),
    ctl: fc.constantFrom(SYN, SYN | ACK, ACK, ACK, ACK, URG | ACK, FIN | ACK),
    nth: fc.integer({ min: 1, max: 25 }),
    transit,
  });
const copies = (most: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(most), { minLength: 1, maxLength: 3 });
/**
 * At most eight segments are lost or long on their way, all of them the same one in the worst case: the user,
 * who waits five minutes, then still has its ninth in time. None takes an MSL, lest it outlive TIME-WAIT.
 */
const link: fc.Arbitrary<readonly Passage[]> = fc
  .tuple(
    fc.array(passage(fc.oneof(fc.constant([]), copies(5000), copies(100_000))), { maxLength: 8 }),
    fc.array(passage(copies(400)), { maxLength: 12 }),
  )
  .map(([rough, uneven]) => [...rough, ...uneven]);

/** No more segments than a test needs: an octet each where the segments or the windows are small. */
function sized(u: User, peer: User): User {
  const full = Math.min(u.options.mss, peer.options.window);
  return { ...u, sends: u.sends.map((s) => ({ ...s, len: 1 + (s.len % (12 * full)) })) };
}

/** Any two users, over any network that gets everything through in the end. */
export const conversations: fc.Arbitrary<Conversation> = fc
  .record({
    open: fc.constantFrom('active', 'passive', 'passive'),
    client: user,
    server: user,
    link,
  })
  .map(({ open, client, server, link }) => ({
    open,
    users: { client: sized(client, server), server: sized(server, client) },
    link,
  }));
