import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scratch, scratchPostgresql } from '../test/databases.ts';
import { fastClock } from '../test/fast-clock.ts';
import { playOut, send } from '../test/play.ts';
import { connect, newCommandId, type Player } from '../test/player.ts';
import { type Running, startServer } from '../test/running.ts';

const { TEST_DATABASE_URL: database, TEST_REDIS_URL: redis } = process.env;

describe.skipIf(!database || !redis)('two nodes with PostgreSQL and Redis', () => {
  let scratch: Scratch;
  let nodes: readonly [Running, Running];
  beforeAll(async () => {
    scratch = await scratchPostgresql();
    const env = { DATABASE_URL: scratch.config.databaseUrl ?? '', REDIS_URL: redis ?? '' };
    const clock = fastClock(50);
    nodes = [await startServer(env, clock), await startServer(env, clock)];
  });
  afterAll(async () => {
    for (const node of nodes) await node.stop();
    await scratch.remove();
  });

  /** Two players, each at a node of their own. */
  async function apart(): Promise<[Player, Player]> {
    const first = await nodes[0].create({ scenario: 'conversation' });
    const second = await nodes[1].join(first.code);
    const a = connect(nodes[0].url, first);
    await a.until(() => true);
    return [a, connect(nodes[1].url, second)];
  }

  it('carry a match between them to its end, once', async () => {
    const players = await apart();
    await playOut(players);
    const [a, b] = players;
    await b.until((v) => v.phase === 'over');
    expect(b.view().result).toEqual((await a.until((v) => v.phase === 'over')).result);
    expect(b.view().result).toMatchObject({ outcome: 'finished', teamwork: 100 });
    for (const p of players) p.leave();
  });

  it('know who is there, whichever node it is', async () => {
    const [a, b] = await apart();
    await a.until((v) => v.phase === 'playing');
    b.leave();
    await a.until((v) => v.frozen);
    const back = connect(nodes[0].url, b.seat);
    await a.until((v) => !v.frozen);
    for (const p of [a, back]) p.leave();
  });

  it('give a command that is repeated to the other node its first answer', async () => {
    const [a, b] = await apart();
    await a.until((v) => v.turns.length > 0);
    const commandId = newCommandId();
    const first = await a.move(send(2), commandId);
    a.leave();
    const again = connect(nodes[1].url, a.seat);
    await again.until((v) => v.phase === 'playing');
    const second = await again.move(send(2), commandId);
    expect('verdict' in second && second.verdict).toEqual('verdict' in first && first.verdict);
    for (const p of [again, b]) p.leave();
  });
});
