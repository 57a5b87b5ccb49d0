import type { Clock } from './clock.ts';

/** The longest that one alarm waits, ms; later ones are the sweeper's. */
const HORIZON = 15 * 60 * 1000;
/** Before what failed is tried again, ms. */
export const AGAIN = 1000;

/** Wakes each live match when something in it falls due. */
export type Alarms = {
  /** Sets the alarm of `id` to wall-clock time `at`, ms, in place of the one it had; null clears it. */
  set(id: string, at: number | null): void;
  stop(): void;
};

export function openAlarms(clock: Clock, ring: (id: string) => void): Alarms {
  const pending = new Map<string, () => void>();
  let stopped = false;
  const clear = (id: string): void => {
    pending.get(id)?.();
    pending.delete(id);
  };
  return {
    set(id, at) {
      clear(id);
      if (at === null || stopped) return;
      const ms = Math.max(0, at - clock.now());
      if (ms > HORIZON) return;
      const callOff = clock.after(ms, () => {
        pending.delete(id);
        ring(id);
      });
      pending.set(id, callOff);
    },
    stop() {
      stopped = true;
      for (const id of [...pending.keys()]) clear(id);
    },
  };
}
