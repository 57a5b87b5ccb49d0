/** Whether a move is what an endpoint may do, as far as its level of detail counts. */
import { ACK, FIN, PSH, RST, type State } from '@ackade/tcp';
import type { Move } from './move.ts';
import type { Option } from './owed.ts';
import type { Level } from './scenario.ts';

/** At `full` one must also know where a move leaves one's own end. */
export const fitsState = (level: Level, state: State, move: Move): boolean =>
  level !== 'full' || move.state === state;

/**
 * PSH never matters. At `flags` the lesson's bare FIN stands for the FIN,ACK that is really sent, but
 * not for one that must also acknowledge what the peer is waiting for.
 */
export function fits(
  level: Level,
  { segment: s, settles, state }: Option,
  move: Extract<Move, { kind: 'send' }>,
): boolean {
  if (level === 'flags') {
    const lenient = s.ctl & FIN && settles.size === 1 ? ACK | PSH : PSH;
    return (s.ctl | lenient) === (move.ctl | lenient) && s.len > 0 === move.len > 0;
  }
  return (
    (s.ctl | PSH) === (move.ctl | PSH) &&
    s.seq === move.seq &&
    (!(s.ctl & ACK) || s.ack === move.ack) &&
    s.len === move.len &&
    (level === 'numbers' || (s.ctl & RST) !== 0 || s.wnd === move.wnd) &&
    fitsState(level, state, move)
  );
}
