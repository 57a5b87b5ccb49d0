/**
 * The one way to write: load → decide → append → evolve → publish → acknowledge. What is live is a
 * cache of the log; whoever loses the race for a version loads again and decides again.
 */
import type { RefusalCode } from '@ackade/contract';
import type { EventLog, LogRow } from './event-log.ts';
import { newToken } from './secrets.ts';

/** A kind of state that is made of events. Pure. */
export type Rules<S, C, E> = {
  decide(
    state: S | null,
    command: C,
    now: number,
  ): { readonly events: readonly E[] } | { readonly refusal: RefusalCode };
  evolve(state: S | null, event: E): S;
};

/** A state as the log has it. */
type Stream<S> = {
  readonly state: S | null;
  readonly version: number;
  /**
   * The version that each accepted command wrote. It only grows, and what it says of the log stays true, so all
   * versions of a stream share one.
   */
  readonly commands: Map<string, number>;
};

/** What a command came to. `events` is empty where there was nothing to do. */
export type Outcome<S, E> =
  | {
      readonly ok: true;
      /** What this node's clients have seen; null where that is not known, and they need all of it. */
      readonly before: S | null;
      readonly after: S;
      readonly version: number;
      readonly events: readonly E[];
      /** The command had been taken before; nothing happened now. */
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly refusal: RefusalCode };

/** Who gives a command (null: the server itself) and under what name, so that a repeat is known. */
type From = {
  readonly author: string | null;
  readonly commandId: string;
  /** The socket that has the acknowledgement, and needs no update. */
  readonly socket: string | null;
};

export type Streams<S, C, E> = {
  /** Gives `command` to the stream; the answer comes after its events are stored. */
  execute(id: string, command: C, from?: From): Promise<Outcome<S, E>>;
  /**
   * The stream as this node last saw it; its state is null if the log knows none.
   * @throws UnreadableStream
   */
  load(id: string): Promise<Stream<S>>;
  /**
   * Takes over what other nodes have written.
   * @throws UnreadableStream
   */
  catchUp(id: string): Promise<void>;
  /**
   * Reads the stream anew, once what it is being told is done: its rows have been written over, or are gone.
   * @throws UnreadableStream
   */
  reload(id: string): Promise<void>;
  /** The stream as this node knows it at this very moment. */
  peek(id: string): Stream<S>;
  /** Drops from memory every stream that `keep` does not want. The log keeps them all. */
  forget(keep: (id: string) => boolean): void;
};

/** A stored change. */
export type Change<S, E> = {
  readonly id: string;
  readonly before: S | null;
  readonly after: S;
  readonly version: number;
  readonly events: readonly E[];
  readonly from: From;
};

/** Told after every stored change, in order, before the command is acknowledged. */
export type Listener<S, E> = (change: Change<S, E>) => void | Promise<void>;

/** The rules as they are now make no state of what the log holds: to try again is in vain. */
export class UnreadableStream extends Error {}

const ATTEMPTS = 4;
const empty = (): Stream<never> => ({ state: null, version: 0, commands: new Map() });

export function openStreams<S extends { readonly at: number }, C extends { type: string }, E>(
  { decide, evolve }: Rules<S, C, E>,
  log: EventLog,
  now: () => number,
  changed: Listener<S, E>,
): Streams<S, C, E> {
  const cache = new Map<string, Stream<S>>();
  const tails = new Map<string, Promise<unknown>>();

  const peek = (id: string): Stream<S> => cache.get(id) ?? empty();

  /** The stream with one more row. A row's first event is a stream's first, or there is a state. */
  function withRow(
    stream: Stream<S>,
    row: Pick<LogRow, 'version' | 'commandId' | 'events'>,
  ): Stream<S> & { readonly state: S } {
    const state = (row.events as readonly E[]).reduce<S | null>(evolve, stream.state);
    if (!state) throw new Error('a row of the log holds no event');
    const commands = stream.commands.set(row.commandId, row.version);
    return { state, version: row.version, commands };
  }

  function replayed(id: string, known: Stream<S>, rows: readonly LogRow[]): Stream<S> {
    try {
      return rows.reduce(withRow, known);
    } catch (cause) {
      throw new UnreadableStream(`the log of ${id} cannot be read`, { cause });
    }
  }

  async function load(id: string): Promise<Stream<S>> {
    if (!cache.has(id)) await catchUp(id);
    return peek(id);
  }

  /** Puts on top of what is known what other nodes may have written meanwhile. */
  async function catchUp(id: string): Promise<void> {
    const known = peek(id);
    const stream = replayed(id, known, await log.read(id, known.version));
    if (stream.version > peek(id).version) cache.set(id, stream);
  }

  async function reload(id: string): Promise<void> {
    await tails.get(id)?.catch(() => {});
    const rows = await log.read(id);
    const { version } = peek(id);
    // What was being written meanwhile is not among the rows.
    if (rows.length > 0 && rows.length < version) return reload(id);
    if (rows.length === 0) cache.delete(id);
    else cache.set(id, replayed(id, empty(), rows));
  }

  /** `anew`: another node wrote in between, and this one's clients may not have heard of it yet. */
  async function attempt(
    id: string,
    command: C,
    from: From,
    anew: boolean,
  ): Promise<Outcome<S, E> | 'lost'> {
    const commandId = `${from.author ?? 'server'}:${from.commandId}`;
    const stream = command.type === 'create' ? empty() : await load(id);
    const { state } = stream;
    const taken = stream.commands.get(commandId);
    if (taken !== undefined && state) {
      // The first answer once more: what the command wrote, and the state as it is now.
      const [row] = await log.read(id, taken - 1);
      const events = (row?.events ?? []) as readonly E[];
      return { ...unchanged(stream, state), events, repeated: true };
    }
    // Clocks may be set back, and nodes differ: a stream's own time only goes on.
    const at = Math.max(now(), state?.at ?? 0);
    const decision = decide(state, command, at);
    if (await isOutdated(id, stream, decision)) return 'lost';
    if ('refusal' in decision) return { ok: false, refusal: decision.refusal };
    const { events } = decision;
    if (events.length === 0 && state) return unchanged(stream, state);
    const row = { stream: id, version: stream.version + 1, at, commandId, events };
    if (!(await log.append(row))) {
      cache.delete(id);
      return 'lost';
    }
    const next = withRow(stream, row);
    cache.set(id, next);
    const change = {
      before: anew ? null : state,
      after: next.state,
      version: next.version,
      events,
    };
    await changed({ ...change, id, from });
    return { ...change, ok: true, repeated: false };
  }

  /** No row will show that another node wrote first, so the log is asked before the answer is given. */
  async function isOutdated(
    id: string,
    stream: Stream<S>,
    decision: ReturnType<Rules<S, C, E>['decide']>,
  ): Promise<boolean> {
    if (!stream.state || ('events' in decision && decision.events.length > 0)) return false;
    await catchUp(id);
    return peek(id).version > stream.version;
  }

  async function execute(id: string, command: C, from: From): Promise<Outcome<S, E>> {
    for (let i = 0; i < ATTEMPTS; i++) {
      const outcome = await attempt(id, command, from, i > 0);
      if (outcome !== 'lost') return outcome;
    }
    return { ok: false, refusal: 'busy' };
  }

  return {
    load,
    catchUp,
    reload,
    peek,
    // One command of a stream at a time: on one node the race for a version is then never lost.
    execute(id, command, from = { author: null, commandId: newToken(), socket: null }) {
      const done = (tails.get(id) ?? Promise.resolve())
        .catch(() => {})
        .then(() => execute(id, command, from));
      tails.set(id, done);
      const clear = (): void => {
        if (tails.get(id) === done) tails.delete(id);
      };
      done.then(clear, clear);
      return done;
    },
    forget(keep) {
      for (const id of cache.keys()) if (!keep(id) && !tails.has(id)) cache.delete(id);
    },
  };
}

const unchanged = <S, E>(
  { version }: Stream<S>,
  state: S,
): Extract<Outcome<S, E>, { ok: true }> => ({
  ok: true,
  before: state,
  after: state,
  version,
  events: [],
  repeated: false,
});
