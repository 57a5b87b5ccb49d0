import type { Command, Event, Match, Person } from '@ackade/game';
import { describe, expect, it } from 'vitest';
import { memoryLog } from '../test/memory-log.ts';
import type { EventLog } from './event-log.ts';
import { openMatches } from './matches.ts';
import type { Listener } from './streams.ts';

const ada: Person = { name: 'Ada', token: 'a', player: null };
const bo: Person = { name: 'Bo', token: 'b', player: null };
const create: Command = {
  type: 'create',
  race: null,
  id: 'm',
  code: 'K7M4QX',
  mode: 'duo',
  scenario: 'handshake',
  level: 'flags',
  seed: 1,
  seats: { client: ada, server: bo },
};
const SYN: Command = {
  type: 'move',
  lag: 0,
  seat: 'client',
  move: { kind: 'send', ctl: 2, seq: 0, ack: 0, len: 0, wnd: 0, state: null },
};
const from = { author: 'client', commandId: 'move-0001', socket: null } as const;

/** A match in play, at wall-clock time 10 000, on `log`. */
async function playing(log: EventLog, changed: Listener<Match, Event> = () => {}) {
  let time = 0;
  const matches = openMatches(log, () => time, changed);
  await matches.execute('m', create);
  for (const seat of ['client', 'server'] as const)
    await matches.execute('m', { type: 'connect', seat, absent: [] });
  time = 10_000;
  await matches.execute('m', { type: 'tick' });
  return matches;
}

describe('a command', () => {
  it('is one row of the log, whole, before it is acknowledged', async () => {
    const log = memoryLog();
    const matches = await playing(log);
    const outcome = await matches.execute('m', SYN, from);
    expect(outcome).toMatchObject({ ok: true, version: 5, repeated: false });
    expect(log.rows.at(-1)).toMatchObject({ version: 5, commandId: 'client:move-0001' });
    expect(log.rows.at(-1)?.events).toMatchObject([{ type: 'moved', verdict: { right: true } }]);
  });

  it('that is repeated gets its first answer and has no second effect', async () => {
    const log = memoryLog();
    const matches = await playing(log);
    const first = await matches.execute('m', SYN, from);
    const second = await matches.execute('m', SYN, from);
    expect(second).toMatchObject({ ok: true, repeated: true, version: 5 });
    expect(first.ok && second.ok && second.events).toEqual(first.ok && first.events);
    expect(log.rows).toHaveLength(5);
  });

  it('that is repeated to another node gets its first answer too', async () => {
    const log = memoryLog();
    await (await playing(log)).execute('m', SYN, from);
    const other = openMatches(
      log,
      () => 20_000,
      () => {},
    );
    expect(await other.execute('m', SYN, from)).toMatchObject({ ok: true, repeated: true });
  });

  it('of the same name from the other seat is another command', async () => {
    const matches = await playing(memoryLog());
    await matches.execute('m', SYN, from);
    const theirs: Command = {
      type: 'move',
      lag: 0,
      seat: 'server',
      move: { kind: 'silent', state: null },
    };
    const outcome = await matches.execute('m', theirs, { ...from, author: 'server' });
    expect(outcome).toMatchObject({ ok: true, repeated: false });
  });

  it('that is refused writes nothing and tells nobody', async () => {
    const log = memoryLog();
    const told: number[] = [];
    const matches = await playing(log, ({ version }) => {
      told.push(version);
    });
    const silent: Command = {
      type: 'move',
      lag: 0,
      seat: 'server',
      move: { kind: 'silent', state: null },
    };
    expect(await matches.execute('m', silent)).toEqual({ ok: false, refusal: 'out-of-turn' });
    expect(log.rows).toHaveLength(4);
    expect(told).toEqual([1, 2, 3, 4]);
  });

  it('with nothing to do is accepted without a row', async () => {
    const log = memoryLog();
    const matches = await playing(log);
    expect(await matches.execute('m', { type: 'tick' })).toMatchObject({ ok: true, events: [] });
    expect(log.rows).toHaveLength(4);
  });
});

describe('two nodes on one log', () => {
  it('decide again when the other one wrote first', async () => {
    let interfere = async (): Promise<void> => {};
    const log = memoryLog(() => interfere());
    const matches = await playing(log);
    const other = openMatches(
      log,
      () => 10_000,
      () => {},
    );
    await other.load('m');
    interfere = async () => {
      interfere = async () => {};
      await other.execute('m', { type: 'disconnect', seat: 'server' });
    };
    const outcome = await matches.execute('m', SYN, from);
    expect(outcome).toMatchObject({ ok: true, version: 6 });
    expect(log.rows.map((r) => r.version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(outcome.ok && outcome.after.seats.server?.present).toBe(false);
  });

  it('refuse nothing on the strength of what they remember', async () => {
    const log = memoryLog();
    const matches = await playing(log);
    const other = openMatches(
      log,
      () => 10_000,
      () => {},
    );
    await other.load('m');
    await matches.execute('m', SYN, from);
    const theirs: Command = {
      type: 'move',
      lag: 0,
      seat: 'server',
      move: { kind: 'send', ctl: 18, seq: 0, ack: 0, len: 0, wnd: 0, state: null },
    };
    expect(await other.execute('m', theirs)).toMatchObject({ ok: true, version: 6 });
  });

  it('give up as busy when they never win, having written nothing', async () => {
    const log = memoryLog();
    const matches = await playing(log);
    const lost: EventLog = { ...log, append: async () => false };
    const unlucky = openMatches(
      lost,
      () => 10_000,
      () => {},
    );
    expect(await unlucky.execute('m', SYN, from)).toEqual({ ok: false, refusal: 'busy' });
    expect(await matches.execute('m', SYN, from)).toMatchObject({ ok: true, repeated: false });
  });
});

describe('the cache', () => {
  it('can be dropped at any time: the log has it all', async () => {
    const matches = await playing(memoryLog());
    const before = await matches.load('m');
    matches.forget(() => false);
    expect(await matches.load('m')).toEqual(before);
    expect(await matches.load('m')).not.toBe(before);
  });

  it('takes the commands of a match one after the other', async () => {
    const log = memoryLog(() => new Promise((resolve) => setImmediate(resolve)));
    const matches = await playing(log);
    const answers = await Promise.all([
      matches.execute('m', SYN, from),
      matches.execute('m', { type: 'disconnect', seat: 'server' }),
      matches.execute('m', SYN, from),
    ]);
    expect(answers.map((a) => a.ok && a.version)).toEqual([5, 6, 6]);
  });

  it('survives a database that fails once', async () => {
    const log = memoryLog();
    const matches = await playing(log);
    const append = log.append.bind(log);
    log.append = () => Promise.reject(new Error('disk full'));
    await expect(matches.execute('m', SYN, from)).rejects.toThrow('disk full');
    log.append = append;
    expect(await matches.execute('m', SYN, from)).toMatchObject({ ok: true, version: 5 });
  });
});
