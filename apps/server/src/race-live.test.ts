/** What the host does to a race, and what everybody is told of it. */
import { RACE_SERVER_EVENTS, type RaceJoined, type RaceMade, type Refusal } from '@ackade/contract';
import { type HostCommand, type RaceView, usualOptions } from '@ackade/game';
import { peerOf } from '@ackade/tcp';
import { describe, expect, it, vi } from 'vitest';
import { playSeat, send } from '../test/play.ts';
import { connect, type Player } from '../test/player.ts';
import type { Racer, Watcher } from '../test/racer.ts';
import { begin, playOut, racingOnServer, segmentsIn } from '../test/racing.ts';

const { racing, server } = racingOnServer();

const idOf = ({ get }: Watcher, name: string): string =>
  [...get().players.values()].find((p) => p.name === name)?.id ?? '';
const give = async (host: Watcher, command: HostCommand): Promise<void> =>
  expect(await host.host(command)).toBeNull();
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as Refusal).error.code;
/** Keeps the next row from being stored until what it gives is called. */
function holdNextRow(): () => void {
  const { client } = server().database;
  const store = client.$queryRaw.bind(client) as (...args: unknown[]) => Promise<unknown>;
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = async (...args: unknown[]): Promise<unknown> => {
    await released;
    return store(...args);
  };
  vi.spyOn(client, '$queryRaw').mockImplementationOnce(held as never);
  return release;
}

/** The partner of `player` among `players`. */
const partnerOf = (player: Player, players: readonly Player[]): Player | undefined =>
  players.find((p) => p !== player && p.seat.code === player.seat.code);

describe('names', () => {
  it('that are taken or rude are refused, and one that is free is offered', async () => {
    const { race } = await racing.lobby(['Ada']);
    const taken = await racing.post(race, 'АDА');
    const { error } = (await taken.json()) as Refusal;
    expect([taken.status, error.code]).toEqual([409, 'name-taken']);
    const { suggestion } = error.details as { suggestion: string };
    expect((await racing.post(race, suggestion)).status).toBe(201);
    expect(await codeOf(await racing.post(race, 'fuck'))).toBe('name-rude');
    expect(await codeOf(await racing.post(race, ' '))).toBe('name-empty');
    const lenient = await racing.create(['handshake'], { filter: false });
    expect((await racing.post(lenient, 'fuck')).status).toBe(201);
  });

  it('of a list are offered no variant', async () => {
    const race = await racing.create(['handshake'], { nicknames: 'roster', roster: ['Ada', 'Bo'] });
    expect((await racing.post(race, 'Bo')).status).toBe(201);
    const { error } = (await (await racing.post(race, 'Bo')).json()) as Refusal;
    expect([error.code, error.details]).toEqual(['name-taken', undefined]);
  });

  it('that the host changes change everywhere, in the match that is played too', async () => {
    const { host, racers } = await racing.lobby(['Ada', 'Bo']);
    const [ada, bo] = racers as [Racer, Racer];
    const players = await begin(host, racers);
    await give(host, { type: 'rename', player: idOf(host, 'Bo'), name: ' Bob ' });
    await bo.until((v) => v.you.name === 'Bob');
    const [first] = players as [Player];
    await first.until((v) => v.seats[peerOf(first.seat.seat)]?.name === 'Bob');
    expect(await host.host({ type: 'rename', player: idOf(host, 'Ada'), name: 'BOB' })).toBe(
      'name-taken',
    );
    await playOut(host, players);
    await ada.until((v) => v.played[0]?.partner === 'Bob');
  });

  it('can still be changed, or sent away, on the podium', async () => {
    const { host, racers } = await racing.lobby(['Ada', 'Bo', 'Cleo']);
    await playOut(host, await begin(host, racers));
    await host.next();
    await host.until((b) => b.head.podium !== null);
    await give(host, { type: 'rename', player: idOf(host, 'Ada'), name: 'Ann' });
    const named = (name: string) => (v: Pick<RaceView, 'podium'>) =>
      v.podium?.winners.some((w) => w.name === name) ?? false;
    await host.until((b) => named('Ann')(b.head) && !named('Ada')(b.head));
    await give(host, { type: 'kick', player: idOf(host, 'Ann'), ban: true });
    await host.until((b) => !named('Ann')(b.head) && b.players.size === 2);
    expect(racers[1]?.get().podium).toBeNull();
    await host.next();
    const after = await racers[1]?.until(named('Bo'));
    expect(after && named('Ann')(after)).toBe(false);
    expect(after?.you.place).toBe(
      [...host.get().players.values()].find((p) => p.name === 'Bo')?.place,
    );
  });
});

describe('joining', () => {
  const KEY = 'key-of-one-single-request';
  const askTwice = async (
    race: RaceMade,
    name: string | null,
    ask: (post: () => Promise<Response>) => Promise<Response[]>,
  ): Promise<void> => {
    const responses = await ask(() => racing.post(race, name, undefined, KEY));
    const [first, second] = await Promise.all(responses.map((r) => r.json()));
    expect(responses.map((r) => r.status)).toEqual([201, 201]);
    expect(second).toEqual(first);
    expect((await racing.watch(race)).get().players.size).toBe(1);
  };

  it.each([['free', 'Ada'] as const, ['generated', null] as const])(
    'asked for again is answered again, where names are %s',
    async (nicknames, name) => {
      const race = await racing.create(['handshake'], { nicknames });
      await askTwice(race, name, async (post) => [await post(), await post()]);
    },
  );

  it('asked for twice at the same time makes one player', async () => {
    const race = await racing.create(['handshake'], { nicknames: 'generated' });
    await askTwice(race, null, (post) => Promise.all([post(), post()]));
  });

  it('with another key is another player, who does not learn the token of the first', async () => {
    const race = await racing.create(['handshake'], { nicknames: 'generated' });
    const answers = await Promise.all(
      [KEY, `${KEY}-2`].map((key) => racing.post(race, null, undefined, key)),
    );
    const [first, second] = (await Promise.all(answers.map((r) => r.json()))) as RaceJoined[];
    expect(second?.token).not.toBe(first?.token);
    const elsewhere = await racing.create(['handshake'], { nicknames: 'generated' });
    const same = (await (await racing.post(elsewhere, null, undefined, KEY)).json()) as RaceJoined;
    expect(same.token).not.toBe(first?.token);
  });

  it('asked for again by who was sent away is refused; with a new key he comes back', async () => {
    const race = await racing.create(['handshake']);
    const host = await racing.watch(race);
    await racing.post(race, 'Ada', undefined, KEY);
    await host.until((b) => b.players.size === 1);
    await give(host, { type: 'kick', player: idOf(host, 'Ada'), ban: false });
    expect(await codeOf(await racing.post(race, 'Ada', undefined, KEY))).toBe('kicked');
    expect((await racing.post(race, 'Ada')).status).toBe(201);
  });
});

describe('a player who is sent away in a round', () => {
  it('loses his seat to the bot, on every connection that he has', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo']);
    const players = await begin(host, racers);
    const [ada, bo] = players as [Player, Player];
    const hidden = connect(server().url, bo.seat);
    await hidden.until(() => true);
    await give(host, { type: 'kick', player: idOf(host, 'Bo'), ban: false });
    expect((await hidden.dismissed).error.code).toBe('seat-replaced');
    await ada.until((v) => v.seats[bo.seat.seat]?.bot === true && !v.frozen);
    await playSeat(ada);
    const board = await host.until((b) => b.head.phase === 'between');
    expect([...board.players.values()].map((p) => [p.name, p.total.matches])).toEqual([['Ada', 1]]);
    expect(await racing.refusedAt(race, bo.seat.token)).toBe('kicked');
    hidden.leave();
  });

  it('may come back as another, into the seat that is the bot’s now', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo'], ['conversation']);
    const [ada, bo] = (await begin(host, racers)) as [Player, Player];
    await give(host, { type: 'kick', player: idOf(host, 'Bo'), ban: false });
    await ada.until((v) => v.seats[bo.seat.seat]?.bot === true);
    const back = await racing.join(race, 'Bo');
    const again = await back.match();
    expect(again.seat).toMatchObject({ code: ada.seat.code, seat: bo.seat.seat });
    await playOut(host, [ada, again]);
    await back.until((v) => v.you.total.matches === 1);
  });

  it('makes room for who waits', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo'], ['conversation']);
    const players = await begin(host, racers);
    const late = await racing.join(race, 'Cleo');
    expect((await late.until(() => true)).match).toBeNull();
    await give(host, { type: 'kick', player: idOf(host, 'Bo'), ban: true });
    const cleo = await late.match();
    const [ada] = players as [Player];
    expect(cleo.seat.code).toBe(ada.seat.code);
    await playOut(host, [ada, cleo]);
  });
});

describe('who comes back to the place that he has', () => {
  it('has the log read once', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo', 'Cleo'], ['conversation']);
    await begin(host, racers);
    const { client } = server().database;
    const { id } = await client.race.findUniqueOrThrow({ where: { code: race.code } });
    const read = vi.spyOn(client.log, 'findMany');
    const [ada] = racers as [Racer];
    const again = racing.again(race, ada.token);
    expect((await again.until((v) => v.match !== null)).match).toEqual(ada.get().match);
    // Only what other nodes may have stored meanwhile is asked for.
    const asked = read.mock.calls.filter(([query]) => query?.where?.stream === id);
    expect(asked).toHaveLength(1);
  });
});

describe('who comes late', () => {
  it('plays from the next round on where no bot has a place for him', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo'], ['handshake', 'close']);
    const players = await begin(host, racers);
    const late = await racing.join(race, 'Cleo');
    expect(await late.until(() => true)).toMatchObject({ phase: 'round', match: null });
    await playOut(host, players);
    for (const player of players) player.leave();
    await playOut(host, await begin(host, [...racers, late]));
    await late.until((v) => v.you.total.matches === 1);
  });

  it('has the bot’s place also where he came while the pairs were made', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo', 'Cleo'], ['conversation']);
    const { token } = (await (await racing.post(race, 'Dan')).json()) as RaceJoined;
    const release = holdNextRow();
    const began = begin(host, racers);
    const late = racing.again(race, token);
    expect((await late.until(() => true)).phase).toBe('lobby');
    release();
    const players = await began;
    expect(partnerOf(await late.match(), players)).toBeDefined();
  });

  it('is turned away where the host does not want him', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo'], ['handshake'], {
      lateJoin: false,
    });
    await begin(host, racers);
    expect(await codeOf(await racing.post(race, 'Cleo'))).toBe('race-locked');
    const summary = await fetch(`${server().url}/api/races/${race.code}`);
    expect(await summary.json()).toMatchObject({ open: false, phase: 'round' });
  });
});

describe('the host', () => {
  it('makes pairs by hand, and gives somebody more time', async () => {
    const names = ['Ada', 'Bo', 'Cleo', 'Dan', 'Eve', 'Finn'];
    const { host, racers } = await racing.lobby(names, ['handshake'], { pairing: 'by-hand' });
    await give(host, { type: 'pair', a: idOf(host, 'Ada'), b: idOf(host, 'Finn') });
    await give(host, { type: 'pair', a: idOf(host, 'Bo'), b: idOf(host, 'Dan') });
    await give(host, { type: 'pace', player: idOf(host, 'Eve'), pace: 2 });
    await host.until((b) => b.head.planned.length === 2);
    const players = await begin(host, racers);
    const partner = (name: string): string =>
      names[
        players.indexOf(partnerOf(players[names.indexOf(name)] as Player, players) as Player)
      ] ?? '';
    expect(['Ada', 'Bo', 'Cleo'].map(partner)).toEqual(['Finn', 'Dan', 'Eve']);
    const board = await host.until((b) => b.head.planned.length === 0);
    expect(board.players.get(idOf(host, 'Eve'))?.pace).toBe(2);
  });

  it('lets the next SYN of everybody be lost', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `Player ${i}`);
    const { host, racers } = await racing.lobby(names);
    const players = await begin(host, racers);
    await give(host, { type: 'weather', weather: { what: 'lose', from: 'client', kind: 'syn' } });
    await host.until((b) => b.head.weather.length === 1);
    const board = await playOut(host, players);
    expect([...board.pairs.values()].map((p) => p.rung)).toEqual([3, 3, 3]);
    for (const match of board.pairs.keys()) expect(await segmentsIn(host, match)).toBe(4);
  });

  it('cuts a round off, and gives it more time', async () => {
    const { host, racers } = await racing.lobby(['Ada', 'Bo'], ['handshake', 'close']);
    const players = await begin(host, racers);
    const endsIn = (await racers[0]?.until((v) => v.endsIn !== null))?.endsIn ?? 0;
    await give(host, { type: 'add-time', ms: 3_000_000 });
    await racers[0]?.until((v) => (v.endsIn ?? 0) > endsIn + 2_000_000);
    await give(host, { type: 'skip', from: { phase: 'round', round: 1 } });
    // Pressed twice, it does not cut the next one off.
    await host.host({ type: 'skip', from: { phase: 'round', round: 1 } });
    const view = await racers[0]?.until((v) => v.phase === 'between');
    expect(view?.played.map((p) => p.outcome)).toEqual(['time-up']);
    for (const player of players) player.leave();
    await begin(host, racers);
    expect(host.get().head.phase).toBe('round');
  });

  it('ends a race in a round: the podium follows, with what was earned till then', async () => {
    const { host, racers } = await racing.lobby(['Ada', 'Bo'], ['handshake', 'close']);
    const players = await begin(host, racers);
    const client = players.find((p) => p.seat.seat === 'client') as Player;
    await client.until((v) => v.turns.length > 0);
    await client.move(send(2));
    await give(host, { type: 'end' });
    const board = await host.until((b) => b.head.phase === 'podium');
    expect([...board.players.values()].map((p) => p.total.points > 0)).toContain(true);
    await give(host, { type: 'end' });
    expect((await racing.watch(await raceOf(host))).get().head.phase).toBe('podium');
  });

  it('changes the options between rounds', async () => {
    const { host, racers } = await racing.lobby(['Ada', 'Bo'], ['handshake', 'close']);
    const players = await begin(host, racers);
    expect(await host.host({ type: 'options', options: usualOptions('flags') })).toBe('not-now');
    await playOut(host, players);
    await give(host, {
      type: 'options',
      options: { ...usualOptions('flags'), timed: false, hints: false },
    });
    for (const player of players) player.leave();
    const [ada] = (await begin(host, racers)) as [Player];
    expect(ada.view()).toMatchObject({ hints: { next: null }, score: { speed: null } });
    const bad = { ...usualOptions('flags'), nicknames: 'roster', roster: [' '] } as const;
    expect(await host.host({ type: 'options', options: bad })).toBe('bad-request');
  });

  it('hides the names, and puts a match on the projector', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo']);
    const screen = await racing.watch(race, race.screen);
    const players = await begin(host, racers);
    const [match = ''] = host.get().pairs.keys();
    await give(host, { type: 'hide-names', hidden: true });
    await give(host, { type: 'spotlight', match });
    await screen.until((b) => b.head.namesHidden && b.head.spotlight === match);
    expect(await screen.watch(match)).toBeNull();
    await playOut(host, players);
    await screen.lane.until((l) => l.rows.filter((r) => r.kind === 'segment').length === 3);
    expect((await screen.until((b) => b.head.phase === 'between')).head.spotlight).toBeNull();
  });

  it('on a second device does the same, and once', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo']);
    const remote = await racing.watch(race);
    expect(await Promise.all([host.next(), remote.next()])).toEqual([null, null]);
    await Promise.all(racers.map((racer) => racer.match()));
    expect((await racing.watch(race)).get().head.round).toBe(1);
    const command = { type: 'add-time', ms: 60_000 } as const;
    await host.until((b) => b.head.phase === 'round');
    await host.host(command, 'the-same-command');
    const { endsIn } = (await racing.watch(race)).get().head;
    await remote.host(command, 'the-same-command');
    expect((await racing.watch(race)).get().head.endsIn).toBeLessThanOrEqual(endsIn ?? 0);
  });
});

describe('what is told', () => {
  /** Counts what the server sends over the connections of `racers`, not the transport's own pings. */
  function countFrames(racers: readonly Racer[]): () => number {
    let frames = 0;
    for (const { socket } of racers)
      socket.io.engine.on('packet', ({ type }) => {
        if (type === 'message') frames++;
      });
    return () => frames;
  }

  it.each([2, 12])('of a move are two messages, whether %i play', async (players) => {
    const names = Array.from({ length: players }, (_, i) => `Player ${i}`);
    const { host, racers } = await racing.lobby(names);
    const seats = await begin(host, racers);
    await Promise.all(
      seats.map((p) => p.until((v) => p.seat.seat === 'server' || v.turns.length > 0)),
    );
    let moves = 0;
    for (const { socket } of seats) socket.onAnyOutgoing(() => moves++);
    const frames = countFrames(racers);
    await playOut(host, seats);
    await Promise.all(racers.map((racer) => racer.until((v) => v.phase === 'between')));
    // The mover's acknowledgement and the partner's update; at the end one view of the race to each.
    expect(moves).toBe(2 * players);
    expect(frames()).toBe(2 * moves + players);
  });

  it('host and projector are differences, and all of it is as the contract says', async () => {
    const { race, host, racers } = await racing.lobby(['Ada', 'Bo', 'Cleo', 'Dan']);
    const seats = await begin(host, racers);
    const boards: {
      whole: boolean;
      head?: unknown;
      players: unknown[];
      pairs: { match: string }[];
    }[] = [];
    host.socket.on('board', (board) => {
      RACE_SERVER_EVENTS.board.parse(board);
      boards.push(board as never);
    });
    for (const { socket } of racers)
      socket.on('race', (view) => RACE_SERVER_EVENTS.race.parse(view));
    const whole = new Promise<unknown>((resolve) => {
      const watcher = racing.watch(race);
      watcher.then((w) =>
        w.socket
          .disconnect()
          .once('connect', () => w.socket.once('board', resolve))
          .connect(),
      );
    });
    RACE_SERVER_EVENTS.board.parse(await whole);
    boards.length = 0;
    const client = seats.find((p) => p.seat.seat === 'client') as Player;
    await client.until((v) => v.turns.length > 0);
    await client.move(send(2));
    await host.until((b) => b.pairs.get(client.seat.code)?.rung === 1);
    expect(
      boards.map(({ whole: w, head, players, pairs }) => [
        w,
        head,
        players,
        pairs.map((p) => p.match),
      ]),
    ).toEqual([[false, undefined, [], [client.seat.code]]]);
    await playOut(host, seats);
    for (let i = 0; i < 3; i++) {
      const { phase } = host.get().head;
      await host.next();
      await host.until((b) => b.head.phase !== phase);
    }
    await Promise.all(racers.map((racer) => racer.until((v) => v.phase === 'over')));
  });
});

/** The race that a host watches, with its tokens. */
async function raceOf(host: Watcher): Promise<RaceMade> {
  const { code, token } = host.socket.auth as { code: string; token: string };
  return { code, host: token, screen: '' };
}
