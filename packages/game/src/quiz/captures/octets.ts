import {
  add,
  distance,
  ENDPOINTS,
  type Endpoint,
  FIN,
  has,
  type SeqNum,
  SYN,
  segEnd,
} from '@ackade/tcp';
import type { Belief } from '../belief.ts';
import { choicesOf } from '../choices.ts';
import type { Ask } from '../kinds/kind.ts';
import { firstOf } from '../kinds/moments.ts';
import type { Choice, Draft, Lots, Said } from '../question.ts';
import type { Captured, Frame } from '../sources/captured.ts';
import { shuffled } from '../sources/lots.ts';
import { MOST_SHOWN, showing } from './excerpt.ts';
import { repeatsIn } from './repeats.ts';

/** How much data an end has sent, from its SYN to its FIN. */
export const octetsSent: Ask<Captured> = (captured, lots) =>
  firstOf(ENDPOINTS, (at) => octetsOf(captured, at, lots), lots);

/** One direction of a conversation of which nothing is missing. */
type Stream = {
  readonly syn: Frame;
  readonly fin: Frame;
  readonly iss: SeqNum;
  /** The number of the FIN. */
  readonly last: SeqNum;
  readonly octets: number;
};

function octetsOf({ name, frames }: Captured, at: Endpoint, lots: Lots): Draft | null {
  const stream = streamOf(frames, at);
  if (!stream || stream.octets === 0) return null;
  const { syn, fin, iss, last, octets } = stream;
  const other = streamOf(frames, at === 'client' ? 'server' : 'client');
  const withRepeats = frames.reduce((n, f) => n + (f.from === at ? f.segment.len : 0), 0);
  const guesses: [number, Belief][] = [
    [octets + 1, 'ack-forgets-syn'],
    [octets + 2, 'ack-forgets-fin'],
    [withRepeats, 'new-number-when-repeated'],
    ...(other && other.octets > 0 ? [[other.octets, 'ends-mixed-up'] as [number, Belief]] : []),
  ];
  const wrong = shuffled(guesses, lots)
    .filter(([n], i, all) => n !== octets && all.findIndex(([same]) => same === n) === i)
    .map(([n, misconception]): Choice => ({ said: choice(n), misconception }));
  const shown = ends(frames, frames.indexOf(syn), frames.indexOf(fin));
  return {
    ...showing(shown),
    skill: 'numbers',
    variant: `capture/${name}/octets/${at}`,
    prompt: { code: 'capture-octets', params: { at } },
    explanation: [
      {
        code: 'capture-octets',
        params: { at, frame: syn.number, iss, fin: fin.number, end: last, octets },
      },
    ],
    rule: '3.10.4',
    row: shown.indexOf(fin),
    ...choicesOf(choice(octets), wrong, lots),
  };
}

const choice = (octets: number): Said => ({ kind: 'octets', octets });

/** What `at` has sent, if the capture has all of it. */
function streamOf(frames: readonly Frame[], at: Endpoint): Stream | null {
  const own = frames.filter((f) => f.from === at);
  const syn = own.find((f) => has(f.segment, SYN));
  const fin = own.find((f) => has(f.segment, FIN));
  if (!syn || !fin) return null;
  const iss = syn.segment.seq;
  const last = add(segEnd(fin.segment), -1);
  // Numbers that have gone round, or begun anew, say nothing of how many there were.
  const repeats = repeatsIn(own);
  const fresh = own.filter((_, i) => repeats[i] === 'none');
  const octets = fresh.reduce((n, f) => n + f.segment.len, 0);
  return repeats.includes('some') || octets !== distance(add(iss, 1), last)
    ? null
    : { syn, fin, iss, last, octets };
}

const FEW = MOST_SHOWN / 3;

/** How it began and how it ended. */
const ends = (frames: readonly Frame[], syn: number, fin: number): readonly Frame[] =>
  frames.length <= MOST_SHOWN
    ? frames
    : frames.filter((_, i) => (i >= syn && i < syn + FEW) || (i > fin - FEW && i <= fin + FEW));
