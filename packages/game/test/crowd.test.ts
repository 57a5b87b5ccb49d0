/** Every scenario, played a thousand times by people who are right, wrong, silent or slow. */
import { ACK, ENDPOINTS, type Endpoint, seq } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { draw, judge, type Level, type Match, type Move, SCENARIOS } from '../src/index.ts';
import { mayBeSent } from './oracle.ts';
import { rightMoves } from './play.ts';
import { give, owing, seated, wake } from './simulate.ts';

const PLAYERS = 1000;
/** No match is longer, in moves of both: a bound on what "always ends" means. */
const LONGEST = 400;

/** Numbers from 0 up to (not including) `n`, the same for the same seed. */
function dice(seed: number): (n: number) => number {
  let rolled = 0;
  return (n) => draw(seed, rolled++, n);
}

/** A move that somebody might make: near the right one, or anything. */
function someMove(match: Match, at: Endpoint, roll: (n: number) => number): Move {
  const moves = rightMoves(match, at);
  const right = moves[roll(moves.length)] ?? { kind: 'silent', state: null };
  if (roll(10) < 4) return right;
  if (roll(4) === 0) return { kind: 'silent', state: match.world.ends[at].tcb.state };
  const { snd, rcv, state } = match.world.ends[at].tcb;
  const numbers = [snd.una, snd.nxt, snd.iss, rcv.nxt, rcv.irs, 0];
  const near = right.kind === 'send' ? right : { ctl: ACK, seq: snd.nxt, ack: rcv.nxt, len: 0 };
  const off = (n: number): number => seq(n + ([0, 1, -1, 2 ** 31][roll(4)] ?? 0));
  return {
    kind: 'send',
    ctl: roll(2) === 0 ? near.ctl : roll(32),
    seq: roll(3) === 0 ? (numbers[roll(numbers.length)] ?? 0) : off(near.seq),
    ack: roll(3) === 0 ? (numbers[roll(numbers.length)] ?? 0) : off(near.ack),
    len: roll(3) === 0 ? roll(4) : near.len,
    wnd: roll(3) === 0 ? roll(65536) : rcv.wnd,
    state,
  };
}

/** What the reducer, asked apart from the judge, says of a move at level `numbers`. */
function allowed({ world }: Match, at: Endpoint, move: Move): boolean {
  if (move.kind === 'silent') return world.ends[at].turns[0]?.due.length === 0;
  const { ctl, len } = move;
  return mayBeSent(world, at, {
    ctl,
    seq: seq(move.seq),
    ack: seq(ctl & ACK ? move.ack : 0),
    len,
  });
}

describe.each(SCENARIOS)('$id', ({ id, levels, ends }) => {
  it(`comes to its end with ${PLAYERS} pairs of players`, () => {
    for (let seed = 0; seed < PLAYERS; seed++) {
      const roll = dice(seed);
      const level = levels[seed % levels.length] as Level;
      const table = seated(id, level, seed);
      for (let n = 0; table.match.phase !== 'over'; n++) {
        if (n > LONGEST) throw new Error(`seed ${seed} does not end`);
        if (roll(8) === 0) table.now += roll(100_000);
        const who = owing(table.match);
        const at = who[roll(Math.max(1, who.length))];
        if (!at) {
          wake(table);
          continue;
        }
        const { match } = table;
        const move = someMove(match, at, roll);
        if (level === 'numbers') {
          const right = judge(match.world, level, at, move)?.verdict.right;
          const expected = allowed(match, at, move);
          // Asked half a million times: an assertion costs more than the answer.
          if (right !== expected)
            expect(right, `seed ${seed}: ${JSON.stringify(move)}`).toBe(expected);
        }
        const refusal = give(table, { type: 'move', lag: 0, seat: at, move });
        if (refusal !== null) expect(refusal).toBe('no-such-data');
      }
      expect(table.match.outcome).toBe('finished');
      for (const e of ENDPOINTS) expect(table.match.world.ends[e].tcb.state).toBe(ends[e]);
    }
  });
});
