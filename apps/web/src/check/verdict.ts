/** What the results say about the network, as one word. */
import type { Results, Trial } from './results.ts';

export type Verdict =
  | 'testing'
  /** Everything works so far; the WebSocket is still being held. */
  | 'fine-so-far'
  | 'fine'
  /** WebSockets are blocked; the game goes on over polling. */
  | 'slower'
  /** The WebSocket broke before its time. */
  | 'cut'
  /** Polling is blocked; WebSockets are not. */
  | 'no-fallback'
  /** HTTP failed while something else worked. */
  | 'unsteady'
  /** The server wants no more checks at the moment. */
  | 'busy'
  /** HTTP works, nothing live does. */
  | 'no-live'
  /** Something else answers in the server's place. */
  | 'foreign'
  | 'unreachable';

export function verdictOn({ http, polling, websocket, hold }: Results): Verdict {
  const trials = [http, polling, websocket];
  if (trials.some(({ state }) => state === 'running')) return 'testing';
  if (trials.some((trial) => troubleOf(trial) === 'busy')) return 'busy';
  const live = [polling, websocket].some(({ state }) => state === 'ok');
  if (http.state !== 'ok') {
    if (live) return 'unsteady';
    return troubleOf(http) === 'foreign' ? 'foreign' : 'unreachable';
  }
  if (!live) return 'no-live';
  if (websocket.state !== 'ok') return 'slower';
  if (hold.state === 'trouble') return 'cut';
  if (polling.state !== 'ok') return 'no-fallback';
  return hold.state === 'ok' ? 'fine' : 'fine-so-far';
}

const troubleOf = (trial: Trial): string | null =>
  trial.state === 'trouble' ? trial.trouble : null;
