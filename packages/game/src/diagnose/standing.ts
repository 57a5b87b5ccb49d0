import { RST, type State } from '@ackade/tcp';
import { type Detector, type Facts, type Group, misplaced } from './facts.ts';

/** What room there is, and where the move leaves one's own end. */
export const STANDING: Group = {
  beliefs: [
    stands(
      'no-time-wait',
      'The state is TIME-WAIT, and CLOSED is given.',
      (f) => f.state === 'TIME-WAIT' && f.said === 'CLOSED',
    ),
    stands(
      'time-wait-at-wrong-end',
      'The peer has closed first, and TIME-WAIT is given for CLOSE-WAIT, LAST-ACK or CLOSED.',
      (f) =>
        f.said === 'TIME-WAIT' &&
        (PASSIVE.has(f.state) || (f.state === 'CLOSED' && f.before.state === 'LAST-ACK')),
    ),
    stands(
      'closing-though-fin-is-acknowledged',
      'The state is TIME-WAIT, since our FIN is acknowledged, and CLOSING is given.',
      (f) => f.state === 'TIME-WAIT' && f.said === 'CLOSING',
    ),
    stands(
      'established-too-late',
      'A SYN,ACK has made the state ESTABLISHED, and SYN-SENT or SYN-RECEIVED is given.',
      (f) =>
        f.before.state === 'SYN-SENT' &&
        f.state === 'ESTABLISHED' &&
        (f.said === 'SYN-SENT' || f.said === 'SYN-RECEIVED'),
    ),
  ],
  differences: [
    [
      'wrong-window',
      'WND is not what there is room for.',
      (f) =>
        f.level === 'full' &&
        f.move !== null &&
        f.right !== null &&
        !(f.right.ctl & RST) &&
        f.bitsRight &&
        f.move.wnd !== f.right.wnd,
    ],
    // Of what a move says the state is last: where nothing else differs, it does.
    ['wrong-state', 'Another state is given than the move leads to.', () => true],
  ],
};

/** The states that only the end is in whose peer closed first. */
const PASSIVE: ReadonlySet<State> = new Set(['CLOSE-WAIT', 'LAST-ACK']);

function stands(code: Detector[0], shows: string, detects: (f: Facts) => boolean): Detector {
  return [code, shows, (f) => misplaced(f) && detects(f)];
}
