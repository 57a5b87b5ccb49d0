import { m } from '../messages/present.ts';

/** Where a station is: there is one before each of the rungs, one below the last, and the finish. */
export function placeWords(station: number, rungs: number): string {
  if (station > rungs) return m.present_stuck_finish();
  if (station === 0) return m.present_stuck_start();
  return station === rungs ? m.present_stuck_end() : m.present_stuck_rung({ rung: station });
}
