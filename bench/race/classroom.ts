/** Everybody of one race: a host, a projector and players who bear with a server that goes and comes. */
import { setTimeout as delay } from 'node:timers/promises';
import type { RaceMade } from '@ackade/contract';
import type { HostCommand, RaceView } from '@ackade/game';
import { newCommandId, type Player } from '../../apps/server/test/player.ts';
import { openRacer, openWatcher, type Watcher } from '../../apps/server/test/racer.ts';
import { insist } from './insist.ts';
import { addressOf, join, reachFrom } from './join.ts';
import { type Make, playRace, type Temper } from './pupil.ts';
import { openReturns, type Returns } from './returns.ts';

/** What the server has said that it has done. */
export type Acknowledged = {
  /** Names of players. */
  readonly joins: string[];
  readonly moves: { readonly match: string; readonly seat: string; readonly commandId: string }[];
  /** Command ids of the host's. */
  readonly commands: string[];
};

export type Classroom = {
  readonly host: Watcher;
  readonly returns: Returns;
  readonly acknowledged: Acknowledged;
  /** Until the round is over, ms from now on, as the host's screen shows it; null where none is played. */
  remaining(): number | null;
  /** A new player comes in; `over` resolves with what he sees at the end of the race. */
  enter(n: number): Promise<{ readonly over: Promise<RaceView> }>;
  /** The host presses "next". */
  next(): Promise<void>;
  /** The host does something all the time, until `done`. */
  fidget(): { done(): Promise<void> };
  leave(): void;
};

const THINKS: Temper['thinks'] = [300, 1500];
/** Between two things that a restless host does, ms. */
const RESTLESS = 150;

export function openClassroom(url: string, { code, ...tokens }: RaceMade, seed: number): Classroom {
  const returns = openReturns();
  const acknowledged: Acknowledged = { joins: [], moves: [], commands: [] };
  let clock: { readonly endsIn: number | null; readonly at: number } | null = null;

  const watch = (token: string): Watcher => {
    const watcher = openWatcher(url, code, token, reachFrom(url, addressOf(0)));
    const back = returns.expect(watcher.socket);
    watcher.socket.on('board', ({ whole, head }) => {
      if (whole) back();
      if (head) clock = { endsIn: head.endsIn, at: performance.now() };
    });
    return watcher;
  };
  const host = watch(tokens.host);
  const screen = watch(tokens.screen);

  async function command(wanted: HostCommand): Promise<void> {
    const commandId = newCommandId();
    const refusal = await insist(
      () => host.host(wanted, commandId),
      (code) => code,
    );
    if (refusal) throw new Error(`${wanted.type}: ${refusal}`);
    acknowledged.commands.push(commandId);
  }

  /** Every move is sent until it is answered: again, where the connection broke before. */
  function sit(player: Player): Make {
    const back = returns.expect(player.socket);
    player.socket.on('update', ({ from }) => {
      if (from === 0) back();
    });
    return async (move) => {
      const commandId = newCommandId();
      const answer = await insist(
        () => player.move(move, commandId),
        (given) => ('error' in given ? given.error.code : null),
      );
      const { code: match, seat } = player.seat;
      if ('update' in answer) acknowledged.moves.push({ match, seat, commandId });
      return answer;
    };
  }

  /** Whose name is taken, perhaps by himself a moment ago, takes the one that is offered. */
  async function joined(name: string, address: string): Promise<string> {
    const answer = await insist(
      () => join(url, code, name, address),
      (given) => ('error' in given ? given.error.code : null),
    );
    if ('token' in answer) {
      acknowledged.joins.push(answer.name);
      return answer.token;
    }
    const { suggestion } = answer.error.details ?? {};
    if (typeof suggestion !== 'string') throw new Error(answer.error.code);
    return joined(suggestion, address);
  }

  return {
    host,
    returns,
    acknowledged,
    remaining: () => (clock?.endsIn == null ? null : clock.endsIn - (performance.now() - clock.at)),
    async enter(n) {
      const address = addressOf(n);
      const token = await joined(`Player ${n}`, address);
      const racer = openRacer(url, code, token, reachFrom(url, address));
      racer.socket.on('race', returns.expect(racer.socket));
      const over = playRace(racer, { seed: seed + n, thinks: THINKS }, sit);
      return { over: over.finally(racer.leave) };
    },
    next() {
      const { phase, round } = host.get().head;
      return command({ type: 'next', from: { phase, round } });
    },
    fidget() {
      let restless = true;
      const fidgeting = (async () => {
        for (let hidden = true; restless; hidden = !hidden) {
          await command({ type: 'hide-names', hidden });
          await delay(RESTLESS);
        }
      })();
      return {
        done() {
          restless = false;
          return fidgeting;
        },
      };
    },
    leave() {
      host.leave();
      screen.leave();
    },
  };
}
