import { ACK, type Endpoint, peerOf, RST, type Segment, type SeqNum, seq } from '@ackade/tcp';
import { text } from '../../tcp/test/notation.ts';
import {
  idealOption,
  type Match,
  type Move,
  maySilently,
  moveFor,
  optionsOf,
  type Turn,
  type World,
} from '../src/index.ts';
import { give, owing, type Table, wake } from './simulate.ts';

/** Every right move of `at`, silence last. */
export function rightMoves(match: Match, at: Endpoint): Move[] {
  const { turns } = match.world.ends[at];
  return [...optionsOf(turns).map(moveFor), ...(maySilently(turns) ? [silence(turns)] : [])];
}

/** To stay silent, and to know the state that one is in afterwards. */
export const silence = (turns: readonly Turn[]): Move => ({
  kind: 'silent',
  state: turns[0]?.after ?? null,
});

/** The move of a beginner's book: silent where silence is right, else the first of the right ones. */
export function plainMove(match: Match, at: Endpoint): Move {
  const { turns } = match.world.ends[at];
  return maySilently(turns) ? silence(turns) : (rightMoves(match, at)[0] ?? silence(turns));
}

/** The move that wastes nothing: what may ride on a segment rides on it. */
export function idealMove(match: Match, at: Endpoint): Move {
  const { turns } = match.world.ends[at];
  const option = idealOption(turns);
  return option ? moveFor(option) : silence(turns);
}

/** Plays on with the moves that `choose` makes, until `until` holds or the match is over. */
export function playOn(
  table: Table,
  choose: (match: Match, at: Endpoint) => Move = plainMove,
  until: (match: Match) => boolean = () => false,
): Table {
  for (let i = 0; i < 500; i++) {
    if (table.match.phase === 'over' || until(table.match)) return table;
    const [at] = owing(table.match);
    if (!at) wake(table);
    else {
      const refusal = give(table, {
        type: 'move',
        lag: 0,
        seat: at,
        move: choose(table.match, at),
      });
      if (refusal) throw new Error(`refused: ${refusal}`);
    }
  }
  throw new Error('the match never ends');
}

/** A chooser that draws among all right moves of a random seat with the numbers `draws` gives. */
export function drawing(draws: readonly number[]): (match: Match, at: Endpoint) => Move {
  let i = 0;
  return (match, at) => {
    const moves = rightMoves(match, at);
    return (
      moves[(draws[i++ % draws.length] ?? 0) % moves.length] ?? silence(match.world.ends[at].turns)
    );
  };
}

type Numbers = Readonly<Record<Endpoint, number>>;

/**
 * The segments of the ladder as the RFC's figures write them, each end's ISS being as in `shownAs` whatever it
 * was; `~` marks one that the network lost.
 */
export const ladder = (world: World, shownAs: Numbers = { client: 100, server: 300 }): string[] =>
  world.rows.flatMap((row) =>
    row.kind === 'sent'
      ? [line(row.at, row.segment, world.iss, shownAs) + (row.transit.length === 0 ? ' ~' : '')]
      : [],
  );

function line(from: Endpoint, s: Segment, iss: Numbers, shownAs: Numbers): string {
  const moved = (n: number, e: Endpoint): SeqNum => seq(n - iss[e] + shownAs[e]);
  // A reset of what had no ACK has no number of its own (§3.5.2).
  const bare = (s.ctl & (RST | ACK)) === (RST | ACK) && s.seq === 0;
  const shown = {
    ...s,
    seq: bare ? s.seq : moved(s.seq, from),
    ack: moved(s.ack, peerOf(from)),
  };
  return `${from} ${text(shown)}`;
}
