import { ACK, RST, SYN } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { plainMove, playOn } from '../test/play.ts';
import { give, owing, seated, type Table, wake } from '../test/simulate.ts';
import {
  ALARM_DELAY,
  ALLOWANCE,
  botAnswersAt,
  clockAt,
  type Match,
  type Move,
  moveFor,
  optionsOf,
  viewFor,
  wakesAt,
} from './index.ts';

const send = (ctl: number): Move => ({
  kind: 'send',
  ctl,
  seq: 0,
  ack: 0,
  len: 0,
  wnd: 0,
  state: null,
});
const SILENT: Move = { kind: 'silent', state: null };
const pass = (table: Table, ms: number): void => {
  table.now += ms;
};
const move = (table: Table, seat: 'client' | 'server', m: Move): void => {
  const refusal = give(table, { type: 'move', lag: 0, seat, move: m });
  if (refusal) throw new Error(refusal);
};
const leave = (table: Table, seat: 'client' | 'server'): void => {
  give(table, { type: 'disconnect', seat });
};
const back = (table: Table, seat: 'client' | 'server', absent: ('client' | 'server')[] = []) => {
  give(table, { type: 'connect', seat, absent });
};
const spent = ({ match, now }: Table, seat: 'client' | 'server'): number =>
  viewFor(match, seat, now).clock.spent;
const speed = ({ match }: Table, seat: 'client' | 'server'): number =>
  match.seats[seat]?.tally.speed ?? -1;

describe('time', () => {
  it('counts only for the one who owes a move', () => {
    const table = seated('handshake', 'flags');
    pass(table, 4000);
    expect([spent(table, 'client'), spent(table, 'server')]).toEqual([4000, 0]);
    move(table, 'client', send(SYN));
    pass(table, 1000);
    expect([spent(table, 'client'), spent(table, 'server')]).toEqual([4000, 1000]);
    move(table, 'server', send(SYN | ACK));
    pass(table, 500);
    expect([spent(table, 'client'), spent(table, 'server')]).toEqual([4500, 1000]);
  });

  it('runs from one turn into the next, each counted once', () => {
    const table = playOn(seated('three-segment-close', 'flags'), undefined, (m) =>
      owing(m).includes('server'),
    );
    pass(table, 1000);
    const [ack] = optionsOf(table.match.world.ends.server.turns);
    if (!ack) throw new Error('nothing owed');
    move(table, 'server', moveFor(ack));
    pass(table, 3000);
    expect(spent(table, 'server')).toBe(4000);
    expect(speed(table, 'server')).toBe(380);
    move(table, 'server', plainMove(table.match, 'server'));
    expect(speed(table, 'server')).toBe(380 + 340);
  });

  it('earns points in a straight line down to nothing', () => {
    for (const part of [0, 0.5, 1, 3]) {
      const table = seated('handshake', 'numbers');
      pass(table, part * ALLOWANCE.numbers);
      move(table, 'client', plainMove(table.match, 'client'));
      expect(speed(table, 'client')).toBe(Math.max(0, 400 * (1 - part)));
    }
  });

  it('a mistake costs accuracy, and the time that it took', () => {
    const table = seated('handshake', 'flags');
    pass(table, 1000);
    move(table, 'client', send(RST));
    move(table, 'client', SILENT);
    pass(table, 4000);
    move(table, 'client', send(SYN));
    expect(table.match.seats.client).toMatchObject({
      tries: 0,
      tally: { turns: 1, accuracy: 300, speed: 300, mistakes: 2 },
    });
    expect(table.match.relay).toEqual({ current: 0, best: 0, moves: 1 });
  });

  it('and mistakes are those of one turn, not of the next', () => {
    const table = seated('close', 'flags');
    move(table, 'client', SILENT);
    playOn(table);
    const { client } = table.match.seats;
    expect(client?.tally).toMatchObject({ accuracy: 600 * 3 - 150, mistakes: 1, turns: 3 });
  });
});

describe.each(['duo', 'solo'] as const)('clocks stand still while somebody is away: %s', (mode) => {
  const at = (): Table => seated('handshake', 'flags', 1, mode === 'solo' ? 'bot' : undefined);

  it('whoever it is', () => {
    for (const seat of mode === 'solo' ? (['client'] as const) : (['client', 'server'] as const)) {
      const table = at();
      pass(table, 1000);
      leave(table, seat);
      pass(table, 50_000);
      expect(spent(table, 'client')).toBe(1000);
      expect(viewFor(table.match, 'client', table.now)).toMatchObject({
        frozen: true,
        clock: { running: false },
      });
      back(table, seat);
      pass(table, 1000);
      expect(spent(table, 'client')).toBe(2000);
      expect(viewFor(table.match, 'client', table.now)).toMatchObject({
        frozen: false,
        clock: { running: true },
      });
    }
  });

  it('the countdown as well', () => {
    const table = at();
    const early: Match = {
      ...table.match,
      phase: 'countdown',
      startsAt: clockAt(table.match, table.now) + 900,
    };
    const counting: Table = { ...table, match: early };
    pass(counting, 500);
    leave(counting, 'client');
    pass(counting, 9999);
    give(counting, { type: 'tick' });
    expect(counting.match.phase).toBe('countdown');
    back(counting, 'client');
    expect(viewFor(counting.match, 'client', counting.now).startsIn).toBe(400);
    expect(wakesAt(counting.match)).toBe(counting.now + 400);
  });

  it('a crash costs nobody any time: who is gone left at the last event', () => {
    const table = at();
    pass(table, 700);
    move(table, 'client', send(RST));
    pass(table, 3_600_000);
    const away = mode === 'solo' ? (['client'] as const) : (['client', 'server'] as const);
    back(table, 'client', [...away]);
    expect(spent(table, 'client')).toBe(700);
    expect(table.match.frozenSince === null).toBe(mode === 'solo');
    if (mode === 'duo') back(table, 'server', []);
    pass(table, 300);
    expect(spent(table, 'client')).toBe(1000);
    expect(table.events.filter((e) => e.type === 'disconnected').map((e) => e.seat)).toEqual(away);
  });
});

it('a bot is never taken for absent', () => {
  const table = seated('handshake', 'flags', 1, 'bot');
  back(table, 'client', ['server']);
  expect(table.match.frozenSince).toBeNull();
  expect(table.match.seats.server?.present).toBe(true);
});

describe('when the match is over', () => {
  const left = (): Table => {
    const table = playOn(seated('handshake', 'flags'), undefined, (m) => {
      return owing(m).length === 1 && owing(m)[0] === 'server' && m.world.rows.length > 4;
    });
    pass(table, 5000);
    leave(table, 'client');
    pass(table, 5000);
    move(table, 'server', SILENT);
    return table;
  };

  it('who was away and comes back does not change how long it took', () => {
    const table = left();
    expect(table.match.outcome).toBe('finished');
    const { result } = viewFor(table.match, 'server', table.now);
    expect(result?.took).toBe(5000);
    pass(table, 60_000);
    back(table, 'client');
    expect(viewFor(table.match, 'server', table.now).result).toEqual(result);
    expect(viewFor(table.match, 'server', table.now).frozen).toBe(false);
  });
});

describe('the connection’s own timers', () => {
  const waiting = (): Table =>
    playOn(seated('close', 'flags'), undefined, (m) => owing(m).length === 0);

  it('turn only while nobody owes a move, and ring after their compressed time', () => {
    const table = seated('close', 'flags');
    expect(table.match.rings).toEqual({ client: null, server: null });
    const idle = waiting();
    expect(idle.match.rings.client?.at).toBe(
      clockAt(idle.match, idle.now) + ALARM_DELAY['time-wait'],
    );
    expect(wakesAt(idle.match)).toBe(idle.now + ALARM_DELAY['time-wait']);
    pass(idle, ALARM_DELAY['time-wait'] - 1);
    give(idle, { type: 'tick' });
    expect(idle.match.phase).toBe('playing');
    wake(idle);
    expect(idle.match.outcome).toBe('finished');
  });

  it('show at their own end alone', () => {
    const table = waiting();
    pass(table, 1000);
    expect(viewFor(table.match, 'client', table.now).alarm).toEqual({
      timer: 'time-wait',
      in: 2000,
      of: 3000,
      real: 240_000,
      running: true,
    });
    expect(viewFor(table.match, 'server', table.now).alarm).toBeNull();
  });

  it('stand still with the clocks', () => {
    const table = waiting();
    leave(table, 'server');
    pass(table, 99_999);
    give(table, { type: 'tick' });
    expect(table.match.phase).toBe('playing');
    back(table, 'server');
    expect(wakesAt(table.match)).toBe(table.now + ALARM_DELAY['time-wait']);
  });

  it('take the connection’s time to where they were set', () => {
    const table = playOn(
      seated('lost-syn-ack', 'flags'),
      undefined,
      (m) => m.rings.client !== null,
    );
    expect(ALARM_DELAY.retransmission).toBe((wakesAt(table.match) ?? 0) - table.now);
    wake(table);
    expect(table.match.world.rows.at(-1)).toMatchObject({
      kind: 'timeout',
      at: 'client',
      timer: 'retransmission',
      time: 1000,
    });
  });
});

describe('the bot’s time', () => {
  it('comes when it answers, not before', () => {
    const table = playOn(seated('handshake', 'flags', 5, 'bot'), undefined, (m) =>
      owing(m).includes('server'),
    );
    const at = botAnswersAt(table.match, 'server') ?? 0;
    const wall = at + table.match.frozenTotal;
    expect(wakesAt(table.match)).toBe(wall);
    table.now = wall - 1;
    give(table, { type: 'tick' });
    expect(owing(table.match)).toEqual(['server']);
    wake(table);
    expect(owing(table.match)).toEqual(['client']);
  });

  it('stands still with the clocks', () => {
    const table = playOn(seated('handshake', 'flags', 5, 'bot'), undefined, (m) =>
      owing(m).includes('server'),
    );
    const due = (wakesAt(table.match) ?? 0) - table.now;
    leave(table, 'client');
    pass(table, 70_000);
    give(table, { type: 'tick' });
    expect(owing(table.match)).toEqual(['server']);
    back(table, 'client');
    expect((wakesAt(table.match) ?? 0) - table.now).toBe(due);
  });
});

it('waking at wakesAt always finds something to do', () => {
  for (let seed = 0; seed < 20; seed++) {
    const table = seated('conversation', 'flags', seed, 'bot');
    while (table.match.phase !== 'over') {
      if (owing(table.match).includes('client'))
        move(table, 'client', plainMove(table.match, 'client'));
      else {
        const before = table.events.length;
        wake(table);
        expect(table.events.length).toBeGreaterThan(before);
      }
    }
    expect(wakesAt(table.match)).toBeNull();
  }
});
