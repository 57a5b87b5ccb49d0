/** The ladders of single matches that hosts and projectors watch while they are played. */
import { type Lane, laneOf, type Match } from '@ackade/game';
import type { Clock } from './clock.ts';

/** Between two pictures of a match, ms. */
const BEAT = 250;

export type LaneSource = {
  match(id: string): Match | null;
  /** Takes over what other nodes have written to the match. */
  catchUp(id: string): Promise<void>;
  /** Whether anybody on this node watches the match. */
  watched(id: string): boolean;
  failed(error: unknown): void;
  emit(lane: Lane): void;
};

export type Lanes = {
  /** Notes that the match has changed; whoever watches it on this node sees it within a beat. */
  changed(match: string): void;
  /** Looks for what other nodes, which tell this one nothing, do to the match while it is watched. */
  follow(match: string): void;
  stop(): void;
};

export function openLanes(clock: Clock, source: LaneSource): Lanes {
  const waiting = new Map<string, () => void>();
  const following = new Map<string, () => void>();

  function changed(id: string): void {
    if (waiting.has(id) || !source.watched(id)) return;
    const show = (): void => {
      waiting.delete(id);
      const state = source.match(id);
      if (state) source.emit(laneOf(state));
    };
    waiting.set(id, clock.after(BEAT, show));
  }

  function follow(id: string): void {
    if (following.has(id)) return;
    const look = async (): Promise<void> => {
      const before = source.match(id);
      await source.catchUp(id).catch(source.failed);
      if (source.match(id) !== before) changed(id);
      following.delete(id);
      if (source.watched(id)) follow(id);
    };
    following.set(id, clock.after(BEAT, look));
  }

  return {
    changed,
    follow,
    stop() {
      for (const callOff of [...waiting.values(), ...following.values()]) callOff();
      waiting.clear();
      following.clear();
    },
  };
}
