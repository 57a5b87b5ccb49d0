/** How far along the ideal ladder a match has come, by whatever right way its players went. */
import { ACK, ENDPOINTS, type Endpoint, peerOf, type Segment, segLen } from '@ackade/tcp';
import { idealPlay } from '../ideal.ts';
import { remembered } from '../remembered.ts';
import type { Scenario } from '../scenario.ts';
import { kindOfSegment } from '../weather.ts';
import type { World } from '../world.ts';

/** A segment, and all that its end had said once it was sent; relative to the first numbers of the world. */
type Said = {
  readonly at: Endpoint;
  readonly time: number;
  readonly kind: ReturnType<typeof kindOfSegment>;
  readonly end: number;
  readonly ack: number;
  /** The furthest of `end` and `ack` so far. */
  readonly sent: number;
  readonly acked: number;
  /** It said something that its end had not said before. */
  readonly news: boolean;
};

const BEFORE = Number.NEGATIVE_INFINITY;

function saidIn({ rows, iss }: World, at: Endpoint): readonly Said[] {
  const said: Said[] = [];
  const relative = (n: number, of: Endpoint): number => (n - iss[of]) | 0;
  const endOf = (s: Segment): number => relative(s.seq + segLen(s), at);
  for (const row of rows) {
    if (row.kind !== 'sent' || row.at !== at) continue;
    const { segment, time } = row;
    const kind = kindOfSegment(segment);
    const end = endOf(segment);
    const ack = segment.ctl & ACK ? relative(segment.ack, peerOf(at)) : BEFORE;
    const { sent = BEFORE, acked = BEFORE } = said.at(-1) ?? {};
    // The numbers of a RST may be those of a stranger.
    const counts = kind !== 'rst';
    said.push({
      at,
      time,
      kind,
      end,
      ack,
      sent: counts ? Math.max(sent, end) : sent,
      acked: counts ? Math.max(acked, ack) : acked,
      news: counts && (end > sent || ack > acked),
    });
  }
  return said;
}

type Speech = Readonly<Record<Endpoint, readonly Said[]>>;

const speechIn = (world: World): Speech => ({
  client: saidIn(world, 'client'),
  server: saidIn(world, 'server'),
});

const idealSpeech = remembered((scenario: Scenario): Speech => speechIn(idealPlay(scenario)));

/** The rungs of the ladder from the top, by the end that sends each. */
const sendersOf = remembered((scenario: Scenario): readonly Endpoint[] => {
  const { client, server } = idealSpeech(scenario);
  return [...client, ...server].toSorted((a, b) => a.time - b.time).map(({ at }) => at);
});

/**
 * Of the ideal ladder of the world's scenario, how many rungs from the top its players have decided. What one says in
 * two segments that the ladder says in one counts with the second; a repetition counts where the ladder repeats.
 */
export function rungOf(world: World): number {
  const { scenario } = world;
  const [ideal, real] = [idealSpeech(scenario), speechIn(world)];
  const left = { client: 0, server: 0 };
  for (const e of ENDPOINTS) left[e] = passed(ideal[e], real[e]);
  const senders = sendersOf(scenario);
  const rung = senders.findIndex((at) => left[at]-- === 0);
  return rung < 0 ? senders.length : rung;
}

/** How many of its segments in `ideal` an end has said with those in `real`. */
function passed(ideal: readonly Said[], real: readonly Said[]): number {
  let next = 0;
  for (const said of real) {
    const covered = ideal.findLastIndex(
      ({ news, sent, acked }, i) => i >= next && news && said.sent >= sent && said.acked >= acked,
    );
    if (covered >= 0) next = covered + 1;
    else if (isAgain(ideal[next], said)) next++;
  }
  return next;
}

/** Whether `said` is what `wanted` says, though that is nothing new. */
const isAgain = (wanted: Said | undefined, { kind, end, ack }: Said): boolean =>
  wanted !== undefined &&
  wanted.kind === kind &&
  (kind === 'rst' || (wanted.end === end && wanted.ack === ack));
