import type { RowView, View } from '@ackade/game';
import { m } from '../messages/play.ts';
import { callWords, segmentWords } from '../words/segment.ts';
import css from './prompt.module.css';
import { bareRole, farOf } from './role.ts';

/** What waits for an answer, in words; the oldest event first. */
export function Prompt({ view }: { readonly view: View }) {
  const [oldest] = view.turns;
  const row = oldest === undefined ? undefined : view.rows[oldest];
  const more = view.turns.length - 1;
  return (
    <p class={css.prompt} role="status" data-testid="prompt" data-waiting={row !== undefined}>
      <strong>{row ? eventWords(row, view) : waitingWords(view)}</strong>
      {row && <span> {more > 0 ? m.play_more_events({ count: more }) : m.play_what_now()}</span>}
    </p>
  );
}

function eventWords(row: RowView, view: View): string {
  switch (row.kind) {
    case 'segment':
      return m.play_arrived({ segment: segmentWords(row.segment, view.level) });
    case 'call':
      return m.play_called({ call: callWords(row) });
    default:
      return m.play_expired();
  }
}

const waitingWords = (view: View): string =>
  view.alarm ? m.play_quiet() : m.play_waiting({ far: bareRole(farOf(view)) });
