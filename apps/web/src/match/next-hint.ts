import type { View } from '@ackade/game';

/** The next hint that would tell something new; null: there is none. */
export function nextHint({ hints, level }: View): View['hints']['next'] {
  // Where only the bits count, the whole segment is no more than they are.
  return level === 'flags' && hints.next?.step === 'segment' ? null : hints.next;
}
