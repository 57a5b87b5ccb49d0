import type { Sighting } from '@ackade/observer';
import { type Endpoint, peerOf, seq } from '@ackade/tcp';
import { tokensOf as ladderTokens, type Token } from '../ladder/pill.ts';
import { dataWords, type Spoken } from '../words/notation.ts';

/** `relative`: numbers count from where their end began; `absolute`: as they stand in the header. */
export type Numbering = 'relative' | 'absolute';

export type Base = Readonly<Record<Endpoint, number>>;

const ZERO: Base = { client: 0, server: 0 };

/** A segment as it is written down, its numbers counted from `base`. */
export function spoken({ from, segment }: Sighting, numbering: Numbering, base: Base): Spoken {
  const start = numbering === 'relative' ? base : ZERO;
  return {
    ctl: segment.ctl,
    seq: seq(segment.seq - start[from]),
    ack: seq(segment.ack - start[peerOf(from)]),
    len: segment.len,
  };
}

/** What stands on the arrow of a segment. */
export const tokensOf = (segment: Spoken): readonly Token[] => {
  const length = dataWords(segment);
  return [
    ...ladderTokens({ ...segment, len: 0 }, 'numbers', []),
    ...(length ? [{ kind: 'number', text: length } as const] : []),
  ];
};
