import type { Draft } from '../question.ts';
import { type Frame, rowsOf } from '../sources/captured.ts';

/** Frames that a question shows at most: more are not read. */
export const MOST_SHOWN = 24;
/** Shown on either side of what is asked about, where there are more. */
const AROUND = 4;

/** The frames that a question shows, as its figure. */
export const showing = (
  frames: readonly Frame[],
): Pick<Draft, 'figure' | 'frames' | 'known' | 'basis'> => ({
  figure: rowsOf(frames),
  frames: frames.map((f) => f.number),
  known: null,
  basis: null,
});

/** All frames, if they are few, or those from `first` to `last` and some around them; null where these are too many. */
export function excerpt(
  frames: readonly Frame[],
  first: number,
  last: number,
): readonly Frame[] | null {
  if (frames.length <= MOST_SHOWN) return frames;
  const cut = frames.slice(Math.max(0, first - AROUND), last + 1 + AROUND);
  return cut.length <= MOST_SHOWN ? cut : null;
}
