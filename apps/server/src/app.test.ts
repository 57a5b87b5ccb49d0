import { PROTOCOL_VERSION, REFUSALS, RecentMatches, Update } from '@ackade/contract';
import { type Event, evolve, type Match, optionsOf, SCENARIOS } from '@ackade/game';
import { ENDPOINTS, peerOf, SYN } from '@ackade/tcp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { playOut, playSeat, send, silent } from '../test/play.ts';
import {
  connect,
  type Frame,
  newCommandId,
  type Player,
  refusedHandshake,
} from '../test/player.ts';
import { type Running, startServer } from '../test/running.ts';
import { openEventLog } from './event-log.ts';

let server: Running;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Two connected players; `record` sees every frame that reaches them. */
async function duo(
  request: Parameters<Running['create']>[0] = {},
  record?: (frame: Frame) => void,
): Promise<[Player, Player]> {
  const first = await server.create(request);
  const second = await server.join(first.code);
  const a = connect(server.url, first, record);
  await a.until((v) => v.phase === 'waiting');
  return [a, connect(server.url, second, record)];
}

const stateOf = async (player: Player): Promise<string> => {
  const { clock, alarm, startsIn, ...rest } = player.view();
  return JSON.stringify(rest);
};

describe('a match over the wire', () => {
  for (const { id, levels } of SCENARIOS)
    it(`plays "${id}" to the end and keeps both scores`, async () => {
      const players = await duo({
        scenario: id,
        level: levels[0],
        player: `${'p'.repeat(21)}${id.length}`,
      });
      await playOut(players);
      const [a, b] = players;
      const result = (await a.until((v) => v.phase === 'over')).result;
      await b.until((v) => v.phase === 'over');
      expect(b.view().result).toEqual(result);
      expect(result).toMatchObject({ outcome: 'finished', teamwork: 100 });
      // The players see the end first, then it goes to the tables.
      const rows = await vi.waitUntil(async () => {
        const found = await server.database.client.matchPlayer.findMany({
          where: { match: { code: a.seat.code } },
          orderBy: { role: 'asc' },
        });
        return found.length > 0 && found;
      });
      expect(rows.map((r) => [r.role, r.name, r.points, r.accuracy, r.mistakes])).toEqual([
        ['client', 'Ada', result?.scores.client.points, 100, 0],
        ['server', 'Bo', result?.scores.server.points, 100, 0],
      ]);
      for (const p of players) p.leave();
    });

  it('shows its end to its players, though no table takes the result', async () => {
    const write = vi.spyOn(server.database.client, '$transaction');
    let release = (): void => {};
    write.mockReturnValueOnce(
      new Promise((resolve) => {
        release = () => resolve(undefined);
      }),
    );
    const players = await duo();
    // Whoever makes the last move waits for its answer.
    const played = playOut(players);
    await Promise.any(players.map((p) => p.until((v) => v.phase === 'over')));
    await vi.waitFor(() => expect(write).toHaveBeenCalled());
    release();
    await played;
    write.mockRestore();
    for (const p of players) p.leave();
  });

  it('is played alone against the bot, in either role', async () => {
    for (const seat of ENDPOINTS) {
      const taken = await server.create({ mode: 'solo', seat, scenario: 'conversation' });
      const me = connect(server.url, taken);
      await playSeat(me);
      expect(me.view().seats[peerOf(seat)]).toMatchObject({ bot: true });
      expect(me.view().result).toMatchObject({ outcome: 'finished' });
      me.leave();
    }
  });

  it('is played by one person at both ends', async () => {
    const taken = await server.create({ mode: 'both', scenario: 'simultaneous-open' });
    if (!taken.other) throw new Error('no other seat');
    const ends = [taken, { ...taken, ...taken.other }].map((seat) => connect(server.url, seat));
    await playOut(ends);
    const [a] = ends;
    expect(a?.view().result).toMatchObject({ outcome: 'finished', teamwork: 100 });
    await a?.ask('rematch');
    const { next } = (await a?.until((v) => v.next !== null)) ?? {};
    expect(next).toMatch(/^[A-Z0-9]{6}$/);
    for (const end of ends) end.leave();
  });

  it('gives hints for points, and weather for nothing', async () => {
    const [a, b] = await duo();
    await a.until((v) => v.turns.length > 0);
    await a.ask('hint');
    expect(a.view().hints).toMatchObject({ taken: [{ step: 'rule' }], next: { step: 'bits' } });
    expect(b.view().hints.taken).toEqual([]);
    await b.makeWeather({ what: 'lose', from: 'client', kind: 'syn' });
    expect([a.view().weather, b.view().weather.length]).toEqual([[], 1]);
    await playOut([a, b]);
    const { rows, result } = b.view();
    expect(rows.find((r) => r.kind === 'segment')).toMatchObject({ fate: 'lost' });
    expect(result?.scores.client.accuracy).toBeLessThan(100);
    for (const p of [a, b]) p.leave();
  });

  it('keeps every mistake with its reason', async () => {
    const [a, b] = await duo();
    await a.until((v) => v.turns.length > 0);
    const answer = await a.move(send(SYN | 16));
    expect(answer).toMatchObject({
      verdict: {
        right: false,
        misconceptions: ['first-syn-has-ack'],
        consequence: { kind: 'answers', ctl: 4 },
      },
    });
    await playOut([a, b]);
    await vi.waitFor(async () => {
      const mistakes = await server.database.client.mistake.findMany({
        where: { player: { match: { code: a.seat.code } } },
      });
      expect(mistakes).toMatchObject([
        { role: 'client', misconception: 'first-syn-has-ack', count: 1 },
      ]);
    });
    expect(b.view().rows.filter((r) => r.kind === 'mistake')).toHaveLength(1);
    a.leave();
    b.leave();
  });

  it('is found again among the recent matches of its player, and of nobody else', async () => {
    const token = 'a-player-token-of-22ch';
    const taken = await server.create({ mode: 'solo', player: token });
    const me = connect(server.url, taken);
    await playSeat(me);
    const get = async (bearer: string) =>
      RecentMatches.parse(
        await (
          await fetch(`${server.url}/api/matches/recent`, {
            headers: { authorization: `Bearer ${bearer}` },
          })
        ).json(),
      ).matches;
    await vi.waitFor(async () => {
      expect(await get(token)).toMatchObject([
        { code: taken.code, players: [{ you: true }, { bot: true }] },
      ]);
    });
    expect(await get('another-player-of-22ch')).toEqual([]);
    me.leave();
  });

  it('is followed by a rematch at swapped ends, with the same tokens', async () => {
    const [a, b] = await duo();
    await playOut([a, b]);
    await a.ask('rematch');
    await b.until((v) => v.seats.client?.wantsRematch === true);
    await b.ask('rematch');
    const { next } = await a.until((v) => v.next !== null);
    expect((await b.until((v) => v.next !== null)).next).toBe(next);
    const code = next ?? '';
    const a2 = connect(server.url, { ...a.seat, code, seat: 'server' });
    const b2 = connect(server.url, { ...b.seat, code, seat: 'client' });
    await a2.until((v) => v.phase !== 'waiting');
    expect(a2.view().you).toBe('server');
    await playOut([a2, b2]);
    for (const p of [a, b, a2, b2]) p.leave();
  });
});

describe('what a client is told', () => {
  it('never holds what is due, nor the far end’s TCB, before the match is over', async () => {
    for (const level of ['flags', 'numbers'] as const) {
      const frames: Frame[] = [];
      const players = await duo({ scenario: 'conversation', level }, (f) => frames.push(f));
      for (const p of players) await p.until((v) => v.phase === 'playing');
      await (level === 'flags' ? playOut(players) : botched(players));
      const [{ seat }] = players;
      const match = await server.database.client.match.findUniqueOrThrow({
        where: { code: seat.code },
      });
      const history = await historyOf(match.id);
      let checked = 0;
      for (const frame of frames) {
        for (const update of updatesIn(frame.text)) {
          const state = history.get(update.version);
          if (!state || state.phase === 'over') continue;
          checked++;
          expectNoSecrets(frame.seat as 'client' | 'server', update, frame.text, state);
        }
      }
      expect(checked).toBeGreaterThan(20);
      for (const p of players) p.leave();
    }
  });

  /** Plays at level numbers by the flags player's bits: mostly wrong, which is when secrets would slip. */
  async function botched(players: readonly Player[]): Promise<void> {
    for (let i = 0; i < 25; i++)
      for (const p of players) {
        const v = p.view();
        if (v.turns.length > 0) await p.move(send(16 | (i % 8), v.tcb.nxt ?? v.tcb.iss, 1 + i, 0));
      }
  }

  async function historyOf(id: string): Promise<Map<number, Match>> {
    const states = new Map<number, Match>();
    let state: Match | null = null;
    for (const row of await openEventLog(server.database).read(id)) {
      state = (row.events as Event[]).reduce<Match | null>(evolve, state);
      if (state) states.set(row.version, state);
    }
    return states;
  }

  function updatesIn(text: string): Update[] {
    const json = text.replace(/^\d+/, '');
    const found: Update[] = [];
    const visit = (value: unknown): void => {
      const update = Update.safeParse(value);
      if (update.success) found.push(update.data);
      else if (value && typeof value === 'object') Object.values(value).forEach(visit);
    };
    if (json.startsWith('[')) visit(JSON.parse(json));
    return found;
  }

  function expectNoSecrets(
    me: 'client' | 'server',
    update: Update,
    text: string,
    state: Match,
  ): void {
    const far = state.world.ends[peerOf(me)];
    expect(text).not.toMatch(/"(due|option|settles|before|token|player|iss":\s*null)"/);
    expect(update.view.result).toBeNull();
    // The own TCB is the one from before what is still to be answered.
    const own = state.world.ends[me];
    const known = own.turns[0]?.before ?? own.tcb;
    expect(update.view.tcb.state).toBe(known.state);
    // Nothing that the far end has done alone, and no number of its own that it has not yet sent.
    for (const row of update.rows)
      if (row.kind !== 'segment') expect(row.at).toBe(me);
      else if (row.from === peerOf(me)) expect(row.fate).toBe('delivered');
      else expect(row.fate).toBe('unknown');
    for (const end of [own, far])
      for (const { segment } of optionsOf(end.turns)) {
        const shown = update.rows.some(
          (r) =>
            r.kind === 'segment' &&
            r.segment.ctl === segment.ctl &&
            r.segment.seq === segment.seq &&
            r.segment.ack === segment.ack &&
            !end.sent.some(
              (s) => s.ctl === segment.ctl && s.seq === segment.seq && s.ack === segment.ack,
            ),
        );
        expect(shown).toBe(false);
      }
  }
});

describe('bad input gets its own code and changes nothing', () => {
  it('in the handshake', async () => {
    const seat = await server.create();
    const good = { version: PROTOCOL_VERSION, code: seat.code, token: seat.token };
    const code = async (auth: unknown) => (await refusedHandshake(server.url, auth)).error.code;
    expect(await code({})).toBe('wrong-version');
    expect(await code({ ...good, version: 99 })).toBe('wrong-version');
    expect(await code({ ...good, token: undefined })).toBe('bad-request');
    expect(await code({ ...good, code: 'K0OI1!' })).toBe('bad-request');
    expect(await code({ ...good, code: '222222' })).toBe('unknown-code');
    expect(await code({ ...good, token: 'forged' })).toBe('wrong-token');
  });

  it('in a command', async () => {
    const [a, b] = await duo();
    await a.until((v) => v.turns.length > 0);
    await b.until((v) => v.phase === 'playing');
    const before = [await stateOf(a), await stateOf(b), a.version()];
    const code = async (event: string, payload: unknown) => {
      const answer = await a.socket.emitWithAck(event as 'move', payload as never);
      return 'error' in answer ? answer.error.code : 'accepted';
    };
    const commandId = newCommandId();
    expect(await code('move', null)).toBe('bad-request');
    expect(await code('move', { commandId, move: { kind: 'shout' } })).toBe('bad-request');
    expect(await code('move', { commandId, move: { ...send(64) } })).toBe('bad-request');
    expect(await code('move', { commandId, move: { ...send(2), extra: 1 } })).toBe('bad-request');
    expect(await code('move', { commandId: 'x', move: silent })).toBe('bad-request');
    expect(await code('move', { commandId, move: send(16, 0, 0, 5) })).toBe('no-such-data');
    expect(await code('__proto__', {})).toBe('bad-request');
    expect(await code('move', { commandId, move: silent, padding: 'x'.repeat(17_000) })).toBe(
      'too-large',
    );
    expect(await code('rematch', { commandId })).toBe('match-not-over');
    expect(await code('call-bot', { commandId })).toBe('partner-present');
    const theirs = await b.move(silent);
    expect(theirs).toMatchObject({ error: { code: 'out-of-turn' } });
    expect([await stateOf(a), await stateOf(b), a.version()]).toEqual(before);
    a.leave();
    b.leave();
  });

  it('when a seat sends more than fingers can', async () => {
    const seat = await server.create();
    const me = connect(server.url, seat);
    await me.until(() => true);
    const answers = await Promise.all(Array.from({ length: 60 }, () => me.ask('rematch')));
    const codes = new Set(answers.map((x) => ('error' in x ? x.error.code : 'accepted')));
    expect(codes).toEqual(new Set(['match-not-over', 'too-many-requests']));
    me.leave();
  });

  it('over HTTP', async () => {
    const { code: full } = await server.create({ mode: 'solo' });
    const { code: open } = await server.create({ name: 'Ｚｏé' });
    const cases: [path: string, body: unknown, code: keyof typeof REFUSALS][] = [
      ['/api/matches', '{', 'bad-request'],
      ['/api/matches', {}, 'bad-request'],
      ['/api/matches/ZZZZZZ/seats', { name: 'Bo' }, 'unknown-code'],
      ['/api/matches/nonsense!/seats', { name: 'Bo' }, 'unknown-code'],
      [`/api/matches/${full}/seats`, { name: 'Bo' }, 'match-full'],
      [`/api/matches/${open}/seats`, { name: '   ' }, 'name-empty'],
      [`/api/matches/${open}/seats`, { name: '\u200b\u2060' }, 'name-invisible'],
      [`/api/matches/${open}/seats`, { name: 'x'.repeat(21) }, 'name-too-long'],
      [`/api/matches/${open}/seats`, { name: 'ZOÉ' }, 'name-taken'],
      [`/api/matches/${open}/seats`, { name: 'x'.repeat(20_000) }, 'too-large'],
      [`/api/matches/${open}/seats`, { name: 'Bo', admin: true }, 'bad-request'],
      ['/api/nothing', {}, 'not-found'],
    ];
    for (const [path, body, code] of cases) {
      const response = await server.post(path, body);
      expect(await response.json()).toMatchObject({ error: { code } });
      expect(response.status).toBe(REFUSALS[code][0]);
    }
    const summary = await (await fetch(`${server.url}/api/matches/${open}`)).json();
    expect(summary).toMatchObject({ state: 'open', host: 'Zoé', seat: 'server' });
  });
});

describe('a player who goes and comes back', () => {
  it('finds the same seat, view and score; meanwhile the clocks stand still', async () => {
    const [a, b] = await duo();
    await a.until((v) => v.turns.length > 0);
    await b.until((v) => v.phase === 'playing');
    b.leave();
    await a.until((v) => v.frozen && v.seats.server?.present === false);
    expect(a.view().clock.running).toBe(false);
    const again = connect(server.url, b.seat);
    await a.until((v) => !v.frozen);
    expect(again.view()).toMatchObject({ you: 'server', phase: 'playing' });
    await playOut([a, again]);
    a.leave();
    again.leave();
  });

  it('may find the bot in the seat, and is told so', async () => {
    const [a, b] = await duo();
    await a.until((v) => v.turns.length > 0);
    b.leave();
    await a.until((v) => v.frozen);
    await a.ask('call-bot');
    expect(a.view()).toMatchObject({ frozen: false, seats: { server: { bot: true } } });
    const auth = { version: PROTOCOL_VERSION, code: b.seat.code, token: b.seat.token };
    expect((await refusedHandshake(server.url, auth)).error.code).toBe('seat-replaced');
    await playSeat(a);
    a.leave();
  });

  it('takes the seat over from an older tab, openly', async () => {
    const [a, b] = await duo();
    await b.until((v) => v.phase !== 'waiting');
    const newer = connect(server.url, b.seat);
    await newer.until(() => true);
    expect(await b.dismissed).toMatchObject({ error: { code: 'taken-over' } });
    await playOut([a, newer]);
    for (const p of [a, b, newer]) p.leave();
  });

  it('sends a move once more without a second effect', async () => {
    const [a, b] = await duo();
    await a.until((v) => v.turns.length > 0);
    const commandId = newCommandId();
    const first = await a.move(send(SYN), commandId);
    const second = await a.move(send(SYN), commandId);
    expect('verdict' in second && second.verdict).toEqual('verdict' in first && first.verdict);
    expect(a.view().rows.filter((r) => r.kind === 'segment')).toHaveLength(1);
    a.leave();
    b.leave();
  });
});

describe('the house', () => {
  it('says whether it is well', async () => {
    const response = await fetch(`${server.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'/);
  });

  it('describes its API', async () => {
    const document = (await (await fetch(`${server.url}/docs/json`)).json()) as { paths: object };
    expect(Object.keys(document.paths).toSorted()).toEqual([
      '/api/matches',
      '/api/matches/recent',
      '/api/matches/{code}',
      '/api/matches/{code}/seats',
      '/api/races',
      '/api/races/{race}',
      '/api/races/{race}/players',
      '/api/races/{race}/results',
      '/api/replays/{replay}',
      '/api/replays/{replay}/capture.pcapng',
      '/api/replays/{replay}/ladder.txt',
      '/api/sets',
      '/api/sets/import',
      '/api/sets/{set}',
      '/api/sets/{set}/export',
      '/api/sets/{set}/whole',
      '/api/staff/accounts',
      '/api/staff/accounts/password',
      '/api/staff/colleagues',
      '/api/staff/colleagues/{id}',
      '/api/staff/colleagues/{id}/password-link',
      '/api/staff/invitations',
      '/api/staff/invitations/{id}',
      '/api/staff/links',
      '/api/staff/me',
      '/api/staff/password',
      '/api/staff/races',
      '/api/staff/session',
      '/api/staff/sessions',
      '/api/staff/sessions/{id}',
      '/api/study',
      '/api/study/answers',
      '/api/study/codes',
      '/api/study/device',
      '/api/study/devices',
      '/api/study/export',
      '/api/study/leave',
      '/api/study/name',
      '/api/study/session',
      '/api/study/session/review',
      '/api/study/sessions',
      '/api/study/steps',
      '/api/time',
      '/api/where',
    ]);
  });

  it('gives the page to a browser at any address, and a code to everybody else', async () => {
    const accept = { headers: { accept: 'text/html' } };
    const page = await fetch(`${server.url}/m/K7M4QX`, accept);
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const missing = await fetch(`${server.url}/nothing.js`);
    expect([missing.status, await missing.json()]).toMatchObject([
      404,
      { error: { code: 'not-found' } },
    ]);
    const qr = await fetch(`${server.url}/m/K7M4QX/qr.svg`);
    expect(await qr.text()).toMatch(/^<svg/);
  });
});
