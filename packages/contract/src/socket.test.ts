import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLIENT_EVENTS,
  CommandId,
  CreateMatch,
  Handshake,
  Move,
  MoveCommand,
  PlainCommand,
  TakeSeat,
} from './index.ts';

const MOVE = { kind: 'send', ctl: 18, seq: 300, ack: 101, len: 0, wnd: 0, state: null } as const;
const COMMAND = { commandId: 'abcd-1234', move: MOVE };
const AUTH = { version: 1, code: 'K7M4QX', token: 'secret' };

describe('a move', () => {
  it.each([
    { kind: 'silent', state: null },
    MOVE,
    { ...MOVE, seq: 0xffffffff, ack: 0, len: 65535, ctl: 63 },
  ])('%j is one', (move) => expect(Move.parse(move)).toEqual(move));

  it.each([
    { kind: 'silent', seq: 1 },
    { kind: 'silent' },
    { ...MOVE, state: 'OPEN' },
    { kind: 'shout' },
    { ...MOVE, ctl: 64 },
    { ...MOVE, ctl: -1 },
    { ...MOVE, seq: 2 ** 32 },
    { ...MOVE, seq: -1 },
    { ...MOVE, seq: 0.5 },
    { ...MOVE, seq: '300' },
    { ...MOVE, ack: Number.NaN },
    { ...MOVE, len: 65536 },
    { ...MOVE, len: undefined },
    { ...MOVE, wnd: 65536 },
    { ...MOVE, up: 1 },
    null,
    'send',
    [],
  ])('%j is none', (move) => expect(Move.safeParse(move).success).toBe(false));
});

describe('a command', () => {
  it('has a name of its own and nothing besides', () => {
    expect(MoveCommand.parse(COMMAND)).toEqual(COMMAND);
    expect(MoveCommand.safeParse({ ...COMMAND, seat: 'server' }).success).toBe(false);
    expect(MoveCommand.safeParse({ move: MOVE }).success).toBe(false);
    expect(PlainCommand.safeParse({ commandId: 'abcd-1234', at: 1 }).success).toBe(false);
  });
  it.each(['abcdefg', 'a'.repeat(65), 'with space', 'sécrète-é', ''])('is not named %j', (id) =>
    expect(CommandId.safeParse(id).success).toBe(false),
  );
});

describe('a handshake', () => {
  it('is read with its code as a person types it', () =>
    expect(Handshake.parse({ ...AUTH, code: ' k7m4qx ' })).toEqual(AUTH));
  it.each([
    {},
    { ...AUTH, version: '1' },
    { ...AUTH, version: 1.5 },
    { ...AUTH, code: 'K7M4Q0' },
    { ...AUTH, token: 'x'.repeat(129) },
    { ...AUTH, token: undefined },
  ])('%j is none', (auth) => expect(Handshake.safeParse(auth).success).toBe(false));
});

describe('garbage is refused, never thrown at', () => {
  const schemas = { ...CLIENT_EVENTS, Move, Handshake, CreateMatch, TakeSeat };
  it.each(Object.entries(schemas))('%s', (_, schema) => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        expect(schema.safeParse(value).success).toBe(false);
      }),
    );
  });

  it('nor is one wrong field in a good message taken', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('kind', 'ctl', 'seq', 'ack', 'len'),
        fc.oneof(fc.string(), fc.double({ noInteger: true }), fc.constant(null), fc.object()),
        (field, value) => {
          expect(Move.safeParse({ ...MOVE, [field]: value }).success).toBe(false);
        },
      ),
    ));
});
