import type { SeatTaken } from '@ackade/contract';
import { device, type Memory, tab } from '../storage.ts';

/**
 * What opens a seat, and the other one for who plays both ends: kept by the tab, so that a reload returns to it,
 * and by the browser for a closed tab.
 */
export type StoredSeat = Pick<SeatTaken, 'seat' | 'token' | 'other'>;

const keyOf = (code: string): string => `seat.${code}`;

export function rememberSeat(code: string, { seat, token, other }: StoredSeat): void {
  for (const memory of [tab, device])
    memory.set(keyOf(code), JSON.stringify({ seat, token, other }));
}

export const tabSeat = (code: string): StoredSeat | null => read(tab, code);
export const deviceSeat = (code: string): StoredSeat | null => read(device, code);

/** The seat in the match that follows: the same secrets open the other ends. */
export function swapped({ seat, token, other }: StoredSeat): StoredSeat {
  const swap = (end: StoredSeat['seat']) => (end === 'client' ? 'server' : 'client');
  return {
    seat: swap(seat),
    token,
    other: other && { seat: swap(other.seat), token: other.token },
  };
}

function read(memory: Memory, code: string): StoredSeat | null {
  try {
    return JSON.parse(memory.get(keyOf(code)) ?? 'null') as StoredSeat | null;
  } catch {
    return null;
  }
}
