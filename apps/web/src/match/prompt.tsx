import type { RowView, View } from '@ackade/game';
import { m } from '../messages/play.ts';
import { callWords, segmentWords } from '../words/segment.ts';
import css from './prompt.module.css';
import { bareRole, farOf } from './role.ts';

/** What waits for an answer, in words; the oldest event first. */
export function Prompt({ view }: { readonly view: View }) {
  const [first, ...later] = view.turns.flatMap((row) => view.rows[row] ?? []);
  return (
    <p class={css.prompt} role="status" data-testid="prompt" data-waiting={first !== undefined}>
      <strong>{first ? eventWords(first, view) : waitingWords(view)}</strong>{' '}
      {later.map((row, i) => (
        <span key={i}>{m.play_then({ event: eventWords(row, view) })} </span>
      ))}
      {first && m.play_what_now()}
    </p>
  );
}

function eventWords(row: RowView, view: View): string {
  switch (row.kind) {
    case 'segment':
      return m.play_arrived({ segment: segmentWords(row.segment, view.level) });
    case 'call':
      return m.play_called({ call: callWords(row) });
    case 'timeout':
      return (EXPIRED[row.timer] ?? m.play_expired)();
    default:
      return '';
  }
}

/** Those whose expiry makes something due. */
const EXPIRED: Readonly<Record<string, () => string>> = {
  'zero-window-probe': m.play_expired_probe,
  'delayed-ack': m.play_expired_delayed_ack,
};

const waitingWords = (view: View): string =>
  view.alarm?.running
    ? m.play_quiet()
    : (isOver(view) ? m.play_waiting_closed : m.play_waiting)({ far: bareRole(farOf(view)) });

/** Closed, though the application has called: the connection is behind it. */
const isOver = ({ tcb, rows }: View): boolean =>
  tcb.state === 'CLOSED' && rows.some((row) => row.kind === 'call');
