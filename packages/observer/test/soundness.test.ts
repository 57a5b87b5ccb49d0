import {
  ENDPOINTS,
  type Endpoint,
  type Happening,
  type Packet,
  peerOf,
  type Segment,
} from '@ackade/tcp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Conversation, converse } from '../../tcp/test/conversation.ts';
import { conversations } from '../../tcp/test/conversations.ts';
import { accused, conversationsOf, type Seen, sightingsOf } from './files.ts';

const RUNS = 1500;

/** Where the capture is taken: at an end, which sees what it sends and what arrives, or half-way. */
const PLACES = [...ENDPOINTS, 'half-way'] as const;
type Place = (typeof PLACES)[number];

type Passing = { readonly ms: number; readonly from: Endpoint; readonly segment: Segment };

/** What passes by `place` when `h` happens. Of what is lost, half is lost behind the middle. */
function passing(place: Place, { time: ms, at, event, step, transits }: Happening): Passing[] {
  const sent = step.out.map((segment, i) => ({ segment, transit: transits[i] ?? [] }));
  if (place === 'half-way')
    return sent.flatMap(({ segment, transit }, i) => {
      const copies = transit.length > 0 ? transit : i % 2 === 0 ? [50] : [];
      return copies.map((way) => ({ ms: ms + way / 2, from: at, segment }));
    });
  if (place !== at) return [];
  const arrived = 'segment' in event ? [{ ms, from: peerOf(at), segment: event.segment }] : [];
  return [...arrived, ...sent.map(({ segment }) => ({ ms, from: at, segment }))];
}

const ADDRESSES = {
  client: new Uint8Array([10, 0, 0, 1, 10, 0, 0, 2]),
  server: new Uint8Array([10, 0, 0, 2, 10, 0, 0, 1]),
};
const PORTS = { client: 5000, server: 80 };

const seenAs = ({ ms, from, segment }: Passing): Seen => {
  const packet: Packet = {
    octets: ADDRESSES[from],
    addresses: 0,
    addressLength: 4,
    header: 0,
    end: 0,
    sourcePort: PORTS[from],
    destinationPort: PORTS[peerOf(from)],
    segment,
    mss: null,
    shift: null,
  };
  return { time: ms / 1000, packet };
};

/** Sorting is stable: what passes at the same time stays in the order in which it happened. */
function captured(place: Place, conversation: Conversation): Seen[] {
  const seen: Passing[] = [];
  converse(conversation, (h) => seen.push(...passing(place, h)));
  return seen.sort((a, b) => a.ms - b.ms).map(seenAs);
}

/** What both ends see, each on an interface of its own. */
function capturedTwice(conversation: Conversation): Seen[] {
  const on = (name: Endpoint): Seen[] =>
    captured(name, conversation).map((seen) => ({ ...seen, on: { name, nth: 1 } }));
  return [...on('client'), ...on('server')].sort((a, b) => a.time - b.time);
}

/** What is said of every segment seen from there. */
const saidOn = (view: Endpoint | null, seen: readonly Seen[]): string[] =>
  conversationsOf(seen)
    .filter((c) => c.interface === view)
    .flatMap(sightingsOf)
    .map(({ from, reason, client, server }) => `${from} ${reason} ${client} ${server}`);

describe('two correct TCPs, whatever the network does', () => {
  it.each(PLACES)(
    'are never accused by who looks on at: %s',
    (place) =>
      fc.assert(
        fc.property(conversations, (conversation) => {
          expect(accused(captured(place, conversation))).toEqual([]);
        }),
        { numRuns: RUNS, seed: 9293 },
      ),
    60_000,
  );

  it(
    'are judged from both ends at once as from each alone, and never accused',
    () =>
      fc.assert(
        fc.property(conversations, (conversation) => {
          const seen = capturedTwice(conversation);
          expect(accused(seen)).toEqual([]);
          // Nothing came through: what one end sent was seen there only.
          if (saidOn(null, seen).length > 0) return;
          for (const end of ENDPOINTS)
            expect(saidOn(end, seen)).toEqual(saidOn(null, captured(end, conversation)));
        }),
        { numRuns: RUNS, seed: 9293 },
      ),
    60_000,
  );

  it.each(PLACES)(
    'are accused, where the capture lacks a frame, of nothing but an ACK that this frame explained: %s',
    (place) =>
      fc.assert(
        fc.property(conversations, fc.nat(40), (conversation, lost) => {
          const seen = captured(place, conversation);
          const reasons = accused(seen.filter((_, i) => i !== lost % seen.length)).map((line) =>
            line.replace(/^\d+ /, ''),
          );
          // Of the last that an endpoint sent nothing is left but the ACK: nobody can tell it from a forged one.
          expect(reasons.filter((reason) => reason !== 'ack-of-unsent')).toEqual([]);
        }),
        { numRuns: RUNS, seed: 9293 },
      ),
    60_000,
  );
});
