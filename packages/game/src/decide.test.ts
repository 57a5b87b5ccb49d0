import { ACK, FIN, RST, SYN } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { playOn } from '../test/play.ts';
import { give as command, person, seated, type Table, wake } from '../test/simulate.ts';
import {
  ABANDONED_AFTER,
  awaitsRematch,
  COUNTDOWN,
  type Command,
  decide,
  type Event,
  evolve,
  GAME_REFUSALS,
  type Kind,
  type Match,
  type Move,
  type Occupant,
  type Person,
  swappedSeats,
  wakesAt,
} from './index.ts';

const SILENT: Move = { kind: 'silent', state: null };

type Create = Extract<Command, { type: 'create' }>;

const create = (client: Occupant | null, server: Occupant | null): Create => ({
  type: 'create',
  race: null,
  id: 'm',
  code: 'K7M4QX',
  mode: client === 'bot' || server === 'bot' ? 'solo' : 'duo',
  scenario: 'handshake',
  level: 'flags',
  seed: 1,
  seats: { client, server },
});

/** A match that has just been created. */
function made(client: Occupant | null, server: Occupant | null): Table {
  const decision = decide(null, create(client, server), 100);
  if ('refusal' in decision) throw new Error(decision.refusal);
  const match = decision.events.reduce<Match | null>(evolve, null);
  if (!match) throw new Error('nothing created');
  return { match, now: 100, events: [...decision.events] };
}

/** Every refusal that a test here has met. */
const refused = new Set<string>();
const met = (refusal: string | null): string | null => {
  if (refusal) refused.add(refusal);
  return refusal;
};
const give = (table: Table, c: Command): string | null => met(command(table, c));
const refusal = (match: Match | null, c: Command): string | null => {
  const decision = decide(match, c, 0);
  return met('refusal' in decision ? decision.refusal : null);
};

const Ada = person('Ada') as Person;
const Bo = person('Bo') as Person;
const join = (who: Person): Command => ({ type: 'join', person: who });
const connect = (seat: 'client' | 'server'): Command => ({ type: 'connect', seat, absent: [] });
const types = (table: Table): Event['type'][] => table.events.map((e) => e.type);
const send = (ctl: number, len = 0): Command => ({
  type: 'move',
  lag: 0,
  seat: 'client',
  move: { kind: 'send', ctl, seq: 0, ack: 0, len, wnd: 0, state: null },
});
const finished = (server: Occupant = Bo): Table => playOn(seated('handshake', 'flags', 1, server));

describe('create', () => {
  it('knows its scenarios and their levels', () => {
    const unknown = { ...create(Ada, null), scenario: 'nonsense' };
    expect(refusal(null, unknown)).toBe('unknown-scenario');
    const level = { ...create(Ada, null), level: 'nonsense' } as unknown as Create;
    expect(refusal(null, level)).toBe('unknown-scenario');
  });
  it('is solo with a bot in a seat, else duo', () => {
    expect(made(Ada, null).match.mode).toBe('duo');
    expect(made('bot', Ada).match.mode).toBe('solo');
    expect(made(Ada, 'bot').match.mode).toBe('solo');
  });
  it('happens once', () =>
    expect(refusal(made(Ada, null).match, create(Ada, null))).not.toBeNull());
});

describe('joining', () => {
  it('takes the free seat', () => {
    const left = made(null, Ada);
    expect(give(left, join(Bo))).toBeNull();
    expect(left.match.seats.client?.occupant).toEqual(Bo);
    const right = made(Ada, null);
    expect(give(right, join(Bo))).toBeNull();
    expect(right.match.seats.server).toMatchObject({ occupant: Bo, present: false });
  });
  it('a full match is refused', () => {
    expect(give(made(Ada, Bo), join(person('Cy') as Person))).toBe('match-full');
    expect(give(made(Ada, 'bot'), join(Bo))).toBe('match-full');
  });
  it.each(['Ada', 'ADA', 'Ａda', 'Ada\u200d', 'A\ufe0fda'])('%j is taken beside Ada', (name) =>
    expect(give(made(Ada, null), join({ ...Bo, name }))).toBe('name-taken'),
  );
  it('begins nothing: everybody must be connected', () => {
    const table = made(Ada, null);
    give(table, join(Bo));
    give(table, connect('client'));
    expect(table.match.phase).toBe('waiting');
    give(table, connect('server'));
    expect(table.match.phase).toBe('countdown');
  });
});

describe('the countdown', () => {
  it('begins when both are here and lasts three seconds', () => {
    const table = made(Ada, Bo);
    give(table, connect('client'));
    table.now = 500;
    give(table, connect('server'));
    expect(types(table)).toEqual(['created', 'connected', 'connected', 'counted-down']);
    expect(wakesAt(table.match)).toBe(500 + COUNTDOWN);
    table.now = 499 + COUNTDOWN;
    give(table, { type: 'tick' });
    expect(table.match.phase).toBe('countdown');
    wake(table);
    expect(table.match).toMatchObject({ phase: 'playing', startedAt: 500 + COUNTDOWN });
  });
  it('begins at once against the bot', () => {
    const table = made(Ada, 'bot');
    give(table, connect('client'));
    expect(table.match.phase).toBe('countdown');
  });
  it('connecting twice is connecting once', () => {
    const table = made(Ada, Bo);
    give(table, connect('client'));
    give(table, connect('client'));
    expect(types(table)).toEqual(['created', 'connected']);
  });
  it('leaving twice is leaving once', () => {
    const table = seated('close', 'flags');
    for (let i = 0; i < 2; i++) give(table, { type: 'disconnect', seat: 'client' });
    expect(types(table).filter((t) => t === 'disconnected')).toHaveLength(1);
  });
});

describe('a move', () => {
  it('needs a match that is being played', () => {
    expect(refusal(null, send(SYN))).toBe('not-playing');
    expect(give(made(Ada, Bo), send(SYN))).toBe('not-playing');
    expect(give(finished(), send(SYN))).toBe('not-playing');
  });
  it('needs something to answer', () => {
    const table = seated('handshake', 'flags');
    expect(give(table, { type: 'move', lag: 0, seat: 'server', move: SILENT })).toBe('out-of-turn');
    expect(give(table, send(SYN))).toBeNull();
    expect(give(table, send(SYN))).toBe('out-of-turn');
  });
  it('takes its data from what the application has handed over', () => {
    const table = seated('conversation', 'flags');
    expect(give(table, send(SYN, 1))).toBe('no-such-data');
    playOn(table, undefined, (m) => m.world.ends.client.stream !== '');
    expect(give(table, send(ACK, 6))).toBe('no-such-data');
    expect(give(table, send(FIN, 5))).toBeNull();
  });
});

describe('call-bot', () => {
  it('puts the bot into an empty seat', () => {
    const table = made(Ada, null);
    give(table, connect('client'));
    expect(give(table, { type: 'call-bot', seat: 'client' })).toBeNull();
    expect(table.match.seats.server).toMatchObject({ occupant: 'bot', present: true });
    expect(table.match).toMatchObject({ phase: 'countdown', mode: 'duo', replaced: [] });
  });
  it('goes on in place of a partner who has left, and remembers whose seat it was', () => {
    const table = seated('handshake', 'flags');
    give(table, { type: 'disconnect', seat: 'server' });
    expect(give(table, { type: 'call-bot', seat: 'client' })).toBeNull();
    expect(table.match.replaced).toEqual([Bo.token]);
    expect(table.match.frozenSince).toBeNull();
    expect(playOn(table).match.outcome).toBe('finished');
  });
  it('replaces nobody who is here', () => {
    expect(give(seated('close', 'flags'), { type: 'call-bot', seat: 'client' })).toBe(
      'partner-present',
    );
    const solo = seated('close', 'flags', 1, 'bot');
    expect(give(solo, { type: 'call-bot', seat: 'client' })).toBe('partner-present');
  });
  it('comes too late when the match is over', () =>
    expect(give(finished(), { type: 'call-bot', seat: 'client' })).toBe('match-over'));
});

describe('a rematch', () => {
  const rematch = (seat: 'client' | 'server'): Command => ({ type: 'rematch', seat });
  const agree = (next: string): Command => ({ type: 'agree-rematch', next });
  it('waits for the end', () =>
    expect(give(seated('close', 'flags'), rematch('client'))).toBe('match-not-over'));
  it('is agreed once, and only when both want it', () => {
    const table = finished();
    give(table, rematch('client'));
    expect(table.match).toMatchObject({ next: null, seats: { client: { wantsRematch: true } } });
    expect(awaitsRematch(table.match)).toBe(false);
    give(table, agree('AAAAAA'));
    expect(table.match.next).toBeNull();
    const count = table.events.length;
    give(table, rematch('client'));
    expect(table.events).toHaveLength(count);
    give(table, rematch('server'));
    expect(awaitsRematch(table.match)).toBe(true);
    give(table, agree('BBBBBB'));
    give(table, agree('CCCCCC'));
    expect(table.match.next).toBe('BBBBBB');
    expect(awaitsRematch(table.match)).toBe(false);
  });
  it('the bot is always ready for', () => {
    const table = finished('bot');
    give(table, rematch('client'));
    expect(awaitsRematch(table.match)).toBe(true);
  });
  it('the bot is ready for in a seat that it took over, too', () => {
    const table = seated('handshake', 'flags');
    give(table, { type: 'disconnect', seat: 'server' });
    give(table, { type: 'call-bot', seat: 'client' });
    playOn(table, undefined, () => false);
    give(table, rematch('client'));
    expect(awaitsRematch(table.match)).toBe(true);
  });
  it('swaps the ends', () => {
    expect(swappedSeats(finished().match)).toEqual({ client: Bo, server: Ada });
    expect(swappedSeats(finished('bot').match)).toEqual({ client: 'bot', server: Ada });
    expect(swappedSeats(made(Ada, null).match)).toEqual({ client: null, server: Ada });
  });
});

describe('abandonment', () => {
  it('ends a match in which nothing has happened for a day', () => {
    const table = made(Ada, null);
    expect(wakesAt(table.match)).toBe(100 + ABANDONED_AFTER);
    wake(table);
    expect(table.match).toMatchObject({ phase: 'over', outcome: 'abandoned' });
    expect(wakesAt(table.match)).toBeNull();
  });
  it('comes a day after the latest event, not after the first', () => {
    const table = seated('close', 'flags');
    table.now += ABANDONED_AFTER - 1;
    give(table, send(RST));
    expect(table.match.mistakes).toHaveLength(1);
    table.now += ABANDONED_AFTER - 1;
    give(table, { type: 'tick' });
    expect(table.match.phase).toBe('playing');
    wake(table);
    expect(table.match.outcome).toBe('abandoned');
  });
  it('ends what stood still, too', () => {
    const table = seated('close', 'flags');
    give(table, { type: 'disconnect', seat: 'client' });
    wake(table);
    expect(table.match.outcome).toBe('abandoned');
    give(table, { type: 'tick' });
    expect(types(table).filter((t) => t === 'ended')).toHaveLength(1);
  });
});

describe('hint', () => {
  const hint: Command = { type: 'hint', seat: 'client' };
  const taken = ({ match }: Table): number | undefined => match.seats.client?.hints;

  it('is given on what one owes, three times at most', () => {
    const table = seated('handshake', 'flags');
    for (let n = 1; n <= 3; n++) {
      expect(give(table, hint)).toBeNull();
      expect(taken(table)).toBe(n);
    }
    expect(give(table, hint)).toBe('no-more-hints');
  });

  it('is for one turn: the next begins without', () => {
    const table = seated('handshake', 'flags');
    give(table, hint);
    give(table, send(SYN));
    expect(taken(table)).toBe(0);
    expect(give(table, hint)).toBe('out-of-turn');
  });

  it('costs accuracy, and is no mistake', () => {
    const table = seated('handshake', 'flags');
    give(table, hint);
    give(table, send(SYN));
    expect(table.match.seats.client?.tally).toMatchObject({ accuracy: 500, mistakes: 0 });
  });

  it('is not given before play or after it', () => {
    expect(give(made(Ada, Bo), hint)).toBe('not-playing');
    expect(give(finished(), hint)).toBe('not-playing');
  });
});

describe('weather', () => {
  const lose = (kind: Kind): Command => ({
    type: 'weather',
    by: 'client',
    weather: { what: 'lose', from: 'server', kind },
  });

  it('can be made before play and while it lasts, twelve times at most', () => {
    const table = made(Ada, Bo);
    for (let n = 0; n < 6; n++) expect(give(table, lose('any'))).toBeNull();
    const playing = seated('handshake', 'flags');
    for (let n = 0; n < 12; n++) expect(give(playing, lose('syn'))).toBeNull();
    expect(give(playing, lose('syn'))).toBe('too-much-weather');
    expect(give(finished(), lose('any'))).toBe('match-over');
  });

  it('in a race is the host’s', () => {
    const pace = { client: 1, server: 1 };
    const terms = { id: 'r', round: 0, hints: true, timed: true, grace: 0, pace };
    expect(give(seated('handshake', 'flags', 1, Bo, terms), lose('any'))).toBe('host-only');
  });
});

it('every refusal has had its case', () =>
  expect([...refused].sort()).toEqual([...GAME_REFUSALS].sort()));
