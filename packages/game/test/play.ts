import { type Endpoint, peerOf, type Segment, seq, type Tcb } from '@ackade/tcp';
import { text } from '../../tcp/test/notation.ts';
import {
  type Match,
  type Move,
  maySilently,
  type Option,
  optionsOf,
  type World,
} from '../src/index.ts';
import { give, owing, type Table, wake } from './simulate.ts';

export const SILENT: Move = { kind: 'silent' };

export const moveOf = ({ segment: { ctl, seq: from, ack, len } }: Option): Move => ({
  kind: 'send',
  ctl,
  seq: from,
  ack,
  len,
});

/** Every right move of `at`, silence last. */
export function rightMoves(match: Match, at: Endpoint): Move[] {
  const { turns } = match.world.ends[at];
  return [...optionsOf(turns).map(moveOf), ...(maySilently(turns) ? [SILENT] : [])];
}

/** The move of a beginner's book: silent where silence is right, else the first of the right ones. */
export const plainMove = (match: Match, at: Endpoint): Move =>
  maySilently(match.world.ends[at].turns) ? SILENT : (rightMoves(match, at)[0] ?? SILENT);

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
      const refusal = give(table, { type: 'move', seat: at, move: choose(table.match, at) });
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
    return moves[(draws[i++ % draws.length] ?? 0) % moves.length] ?? SILENT;
  };
}

/**
 * The segments of the ladder as the RFC's figures write them, the client's ISS being 100 and the
 * server's 300 whatever they were; `~` marks one that the network lost.
 */
export function ladder(world: World, iss: Readonly<Record<Endpoint, number>>): string[] {
  const shown = (from: Endpoint, s: Segment): Segment => ({
    ...s,
    seq: seq(s.seq - iss[from] + ISS[from]),
    ack: seq(s.ack - iss[peerOf(from)] + ISS[peerOf(from)]),
  });
  return world.rows.flatMap((row) =>
    row.kind === 'segment'
      ? [`${row.from} ${text(shown(row.from, row.segment))}${row.fate === 'lost' ? ' ~' : ''}`]
      : [],
  );
}

const ISS = { client: 100, server: 300 } as const;

/** The initial sequence numbers of a match that has just begun. */
export const issOf = (world: World): Record<Endpoint, number> => ({
  client: issOfTcb(world.ends.client.tcb),
  server: issOfTcb(world.ends.server.tcb),
});
const issOfTcb = (tcb: Tcb): number =>
  tcb.state === 'CLOSED' || tcb.state === 'LISTEN' ? tcb.nextIss : tcb.snd.iss;
