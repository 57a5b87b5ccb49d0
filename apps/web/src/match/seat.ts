import type { SeatTaken } from '@ackade/contract';
import { device, type Memory, tab } from '../storage.ts';

/** What opens a seat: kept by the tab, so that a reload returns to it, and by the browser for a closed tab. */
export type StoredSeat = Pick<SeatTaken, 'seat' | 'token'>;

const keyOf = (code: string): string => `seat.${code}`;

export function rememberSeat(code: string, { seat, token }: StoredSeat): void {
  for (const memory of [tab, device]) memory.set(keyOf(code), JSON.stringify({ seat, token }));
}

export const tabSeat = (code: string): StoredSeat | null => read(tab, code);
export const deviceSeat = (code: string): StoredSeat | null => read(device, code);

function read(memory: Memory, code: string): StoredSeat | null {
  try {
    return JSON.parse(memory.get(keyOf(code)) ?? 'null') as StoredSeat | null;
  } catch {
    return null;
  }
}
