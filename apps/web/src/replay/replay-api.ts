import type { Replay } from '@ackade/game';
import { call, type Reply } from '../api.ts';

/** A finished match as a film, by the name that its players know. */
export const replay = (name: string): Promise<Reply<Replay>> =>
  call(`/api/replays/${encodeURIComponent(name)}`);
