/** The keys of questions on a capture, found by counting single octets. Empty: nothing is wrong with them. */
import { ACK, type Endpoint, FIN, has, PSH, peerOf, RST, type Segment, SYN } from '@ackade/tcp';
import type { Choice, Frame, Question } from '../src/index.ts';

/** What occupies which sequence number. */
type Octets = ReadonlyMap<number, 'SYN' | 'octet' | 'FIN'>;

const after = (n: number, by: number): number => (n + by) >>> 0;
/** Whether an ACK of `ack` acknowledges number `n`. */
const reaches = (ack: number, n: number): boolean => ((ack - n) | 0) > 0;

function occupied({ seq, ctl, len }: Pick<Segment, 'seq' | 'ctl' | 'len'>): Octets {
  const found = new Map<number, 'SYN' | 'octet' | 'FIN'>();
  let n: number = seq;
  const take = (what: 'SYN' | 'octet' | 'FIN'): void => {
    found.set(n, what);
    n = after(n, 1);
  };
  if (ctl & SYN) take('SYN');
  for (let i = 0; i < len; i++) take('octet');
  if (ctl & FIN) take('FIN');
  return found;
}

const bySender = (frames: readonly Frame[], at: Endpoint): readonly Frame[] =>
  frames.filter((f) => f.from === at);

const together = (frames: readonly Frame[]): Octets =>
  new Map(frames.flatMap(({ segment }) => [...occupied(segment)]));

/** The first number after its SYN that none of these has occupied. */
function gapAfter(frames: readonly Frame[]): number | null {
  const all = together(frames);
  const syn = [...all].find(([, what]) => what === 'SYN')?.[0];
  if (syn === undefined) return null;
  let n = syn;
  while (all.has(n)) n = after(n, 1);
  return n;
}

/** `closer`: who has closed first, as whoever made the capture knows. */
export function captureFaults(
  q: Question,
  all: readonly Frame[],
  closer: Endpoint | 'both' | undefined,
): string[] {
  const { params, code } = q.prompt;
  const at = params['at'] as Endpoint;
  const index = all.findIndex((f) => f.number === params['frame']);
  const right = q.choices[q.answer as number];
  const wrong = q.choices.filter((c) => c !== right);
  const frameOf = ({ said }: Choice): Frame | undefined =>
    said.kind === 'row' ? all.find((f) => f.number === q.frames?.[said.row]) : undefined;
  const faults: string[] = [];
  const say = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(`${q.id}: ${fault}`);
  };
  say(q.frames?.length === q.figure.length, 'rows without numbers');
  say(q.row === null || (q.row >= 0 && q.row < q.figure.length), 'decided outside of the figure');
  if (!right) return [...faults, 'no answer'];
  const { said } = right;
  switch (code) {
    case 'capture-ack': {
      const n = gapAfter(bySender(all.slice(0, index), peerOf(at)));
      say(said.kind === 'numbers' && said.ack === n, `the next is ${n}`);
      say(all[index]?.segment.ack === n, 'the frame has another ACK');
      break;
    }
    case 'capture-seq': {
      const n = gapAfter(bySender(all.slice(0, index), at));
      say(said.kind === 'numbers' && said.seq === n, `the next is ${n}`);
      say(all[index]?.segment.seq === n, 'the frame has another SEQ');
      break;
    }
    case 'capture-bits': {
      const possible = q.choices.filter(
        (c) => c.said.kind === 'bits' && canBe(c.said.ctl, index, all),
      );
      say(possible.length === 1 && possible[0] === right, `${possible.length} bits are possible`);
      say(
        said.kind === 'bits' && said.ctl === ((all[index]?.segment.ctl ?? 0) & ~PSH),
        'other bits',
      );
      say(!q.frames?.includes(Number(params['frame'])), 'the frame is shown');
      break;
    }
    case 'capture-acknowledged': {
      const wanted = [...occupied({ ...segmentAt(all, index), ctl: 0 }).keys()];
      const first = all.find(
        (f) =>
          f.from !== at && has(f.segment, ACK) && wanted.every((n) => reaches(f.segment.ack, n)),
      );
      say(first !== undefined && frameOf(right) === first, `it is frame ${first?.number}`);
      break;
    }
    case 'capture-repeated': {
      const again = (f: Frame | undefined): boolean[] => {
        if (!f) return [];
        const known = together(bySender(all.slice(0, all.indexOf(f)), f.from));
        return [...occupied(f.segment).keys()].map((n) => known.has(n));
      };
      const repeated = again(frameOf(right));
      say(repeated.length > 0 && repeated.every(Boolean), 'it brings something new');
      say(
        wrong.every((c) => !again(frameOf(c)).includes(true)),
        'a wrong one repeats something',
      );
      break;
    }
    case 'capture-closer':
      say(said.kind === 'closer' && said.who === closer, `it is ${closer}`);
      break;
    default: {
      const octets = [...together(bySender(all, at)).values()].filter((is) => is === 'octet');
      say(said.kind === 'octets' && said.octets === octets.length, `it is ${octets.length}`);
    }
  }
  return faults;
}

function segmentAt(all: readonly Frame[], index: number): Segment {
  const frame = all[index];
  if (!frame) throw new Error('no such frame');
  return frame.segment;
}

/** Whether a frame may have other control bits, its numbers and its ACK being what they are. */
function canBe(ctl: number, index: number, all: readonly Frame[]): boolean {
  const frame = all[index];
  // A number that acknowledges is told.
  if (!frame || !(ctl & ACK)) return false;
  const { from, segment } = frame;
  const changed = all.with(index, { ...frame, segment: { ...segment, ctl } });
  const own = bySender(changed, from);
  const later = bySender(changed.slice(index + 1), from);
  if (ctl & RST && later.length > 0) return false;
  const earlier = bySender(changed.slice(0, index), from);
  if (ctl & SYN && earlier.some((f) => !(f.segment.ctl & SYN))) return false;
  if (ctl & FIN && earlier.length === 0) return false;
  // No number is two things.
  const meanings = new Map<number, string>();
  for (const { segment: s } of own)
    for (const [n, what] of occupied(s)) {
      if ((meanings.get(n) ?? what) !== what) return false;
      meanings.set(n, what);
    }
  // What was acknowledged has been sent, as far as the capture goes back; and there is one SYN.
  const sent = together(bySender(all, from));
  const isns = [...meanings].filter(([, what]) => what === 'SYN').map(([n]) => n);
  return (
    isns.length <= 1 &&
    bySender(changed, peerOf(from)).every(({ segment: s }) => {
      const last = after(s.ack, -1);
      return !has(s, ACK) || has(s, RST) || meanings.has(last) || !sent.has(last);
    })
  );
}
