/** The applications above the two TCPs: what they wait for, and what their calls change above TCP. */
import type { Endpoint } from '@ackade/tcp';
import type { Condition, ScriptLine } from './scenario.ts';
import { type End, type World, withEnd } from './world.ts';

export const NEW_CONNECTION = {
  stream: '',
  texts: [],
  sent: [],
  received: 0,
  peerClosed: false,
  wasReset: false,
} as const satisfies Partial<End>;

/** What a call changes above TCP: SEND adds to the stream, and a new connection begins a new one. */
export function ownedBy(line: ScriptLine, end: Pick<End, 'stream' | 'texts'>): Partial<End> {
  if (line.call === 'SEND')
    return { stream: end.stream + line.text, texts: [...end.texts, line.text] };
  if (line.call !== 'OPEN') return {};
  return NEW_CONNECTION;
}

/** Sets the time of the next call of `at`, once what it waits for has come about. */
export function plan(world: World, at: Endpoint): World {
  const end = world.ends[at];
  const line = world.scenario.script[at][end.line];
  if (!line || end.callAt !== null || !holds(line.after, end)) return world;
  return withEnd(world, at, { callAt: end.time + (line.wait ?? 0) });
}

function holds(condition: Condition, end: End): boolean {
  switch (condition) {
    case 'start':
      return true;
    case 'established':
      return end.tcb.state === 'ESTABLISHED';
    case 'peer-closed':
      return end.peerClosed;
    case 'reset':
      return end.wasReset;
    case 'closed':
      return end.tcb.state === 'CLOSED';
    default:
      return end.received >= condition.received;
  }
}
