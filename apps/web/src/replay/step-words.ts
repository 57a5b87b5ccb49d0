import type { Level, Replay, RowView } from '@ackade/game';
import { m } from '../messages/replay.ts';
import { m as words } from '../messages/words.ts';
import type { MistakeRow } from '../words/mistake.ts';
import { type Endpoint, peerOf, roleWords } from '../words/role.ts';
import { rowWords } from '../words/row.ts';
import { segmentWords } from '../words/segment.ts';
import type { Step } from './film.ts';

type Names = Readonly<Record<Endpoint, string>>;

/** The names at both ends. */
export function namesOf({ players }: Replay): Names {
  const nameOf = ({ name, bot }: Replay['players'][Endpoint]): string => {
    if (!bot) return name;
    return name ? m.replay_taken({ name }) : m.replay_bot();
  };
  return { client: nameOf(players.client), server: nameOf(players.server) };
}

/** One step as a sentence: of a segment, whether it leaves or arrives. */
export function stepWords(row: RowView, part: Step['part'], level: Level, names: Names): string {
  if (row.kind !== 'segment' || row.stray || part === 'whole')
    return rowWords(row, null, level, names);
  const segment = segmentWords(row.segment, level);
  const [from, to] = [names[row.from], names[peerOf(row.from)]];
  if (part === 'sent')
    return [m.replay_sends({ from, to, segment }), row.again ? words.row_is_again() : '']
      .filter(Boolean)
      .join(' ');
  return [m.replay_arrives({ to, segment }), row.copy ? words.row_is_copy() : '']
    .filter(Boolean)
    .join(' ');
}

/** A wrong move as it was made, with the state that its player took it to lead to. */
export function moveWords({ move }: MistakeRow, level: Level): string {
  const made = move.kind === 'silent' ? words.row_silent() : segmentWords(move, level);
  return move.state ? `${made} → ${move.state}` : made;
}

/** The states that a step changed, each as a sentence. */
export function stateWords(before: Step | undefined, { tcbs }: Step): readonly string[] {
  if (!before) return [];
  return (['client', 'server'] as const).flatMap((end) => {
    const [was, is] = [before.tcbs[end].state, tcbs[end].state];
    return was === is ? [] : [m.replay_state({ role: roleWords(end), before: was, after: is })];
  });
}
