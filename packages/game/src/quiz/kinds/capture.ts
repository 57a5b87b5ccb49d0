import { acknowledgingFrame } from '../captures/acknowledged.ts';
import { bitsOfFrame } from '../captures/bits.ts';
import { firstCloser } from '../captures/closer.ts';
import { numberInFrame } from '../captures/numbers.ts';
import { octetsSent } from '../captures/octets.ts';
import { repeatedFrame } from '../captures/repeated.ts';
import type { Captured } from '../sources/captured.ts';
import type { Ask, Kind } from './kind.ts';
import { firstOf } from './moments.ts';

/** What a capture tells whoever reads it, without knowing what the ends have received or meant to do. */
const ASKS: readonly Ask<Captured>[] = [
  numberInFrame,
  bitsOfFrame,
  acknowledgingFrame,
  repeatedFrame,
  firstCloser,
  octetsSent,
];

export const capture: Kind = {
  kind: 'capture',
  share: 7,
  sources: { capture: (captured, lots) => firstOf(ASKS, (ask) => ask(captured, lots), lots) },
};
