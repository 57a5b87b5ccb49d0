/**
 * The one way to write: load → decide → append → evolve → publish → acknowledge. Live matches are a
 * cache of the log; whoever loses the race for a version loads again and decides again.
 */
import type { RefusalCode } from '@ackade/contract';
import { type Command, type Decision, decide, type Event, evolve, type Match } from '@ackade/game';
import type { Endpoint } from '@ackade/tcp';
import type { EventLog, LogRow } from './event-log.ts';
import { newToken } from './secrets.ts';

/** A match as the log has it. */
type Stream = {
  readonly match: Match | null;
  readonly version: number;
  /** The version that each accepted command wrote. */
  readonly commands: ReadonlyMap<string, number>;
};

/** What a command came to. `events` is empty where there was nothing to do. */
export type Outcome =
  | {
      readonly ok: true;
      /** What this node's clients have seen; null where that is not known, and they need all of it. */
      readonly before: Match | null;
      readonly after: Match;
      readonly version: number;
      readonly events: readonly Event[];
      /** The command had been taken before; nothing happened now. */
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly refusal: RefusalCode };

/** Who gives a command (null: the server itself) and under what name, so that a repeat is known. */
type From = {
  readonly author: Endpoint | null;
  readonly commandId: string;
  /** The socket that has the acknowledgement, and needs no update. */
  readonly socket: string | null;
};

export type Matches = {
  /** Gives `command` to the match; the answer comes after its events are stored. */
  execute(id: string, command: Command, from?: From): Promise<Outcome>;
  /** The match as this node last saw it; null in it if the log knows none. */
  load(id: string): Promise<Stream>;
  /** Takes over what other nodes have written. */
  catchUp(id: string): Promise<void>;
  /** The match as this node knows it at this very moment. */
  peek(id: string): Stream;
  /** Drops from memory every match that `keep` does not want. The log keeps them all. */
  forget(keep: (id: string) => boolean): void;
};

/** Told after every stored change, in order, before the command is acknowledged. */
export type Listener = (change: {
  readonly id: string;
  readonly before: Match | null;
  readonly after: Match;
  readonly version: number;
  readonly events: readonly Event[];
  readonly from: From;
}) => void | Promise<void>;

const ATTEMPTS = 4;
const EMPTY: Stream = { match: null, version: 0, commands: new Map() };

export function openMatches(log: EventLog, now: () => number, changed: Listener): Matches {
  const cache = new Map<string, Stream>();
  const tails = new Map<string, Promise<unknown>>();

  const peek = (id: string): Stream => cache.get(id) ?? EMPTY;

  async function load(id: string): Promise<Stream> {
    if (!cache.has(id)) await catchUp(id);
    return peek(id);
  }

  /** Puts on top of what is known what other nodes may have written meanwhile. */
  async function catchUp(id: string): Promise<void> {
    const known = cache.get(id) ?? EMPTY;
    const stream = (await log.read(id, known.version)).reduce(withRow, known);
    const { version } = cache.get(id) ?? EMPTY;
    if (stream.version > version) cache.set(id, stream);
  }

  /** `anew`: another node wrote in between, and this one's clients may not have heard of it yet. */
  async function attempt(
    id: string,
    command: Command,
    from: From,
    anew: boolean,
  ): Promise<Outcome | 'lost'> {
    const commandId = `${from.author ?? 'server'}:${from.commandId}`;
    const stream = command.type === 'create' ? EMPTY : await load(id);
    const { match } = stream;
    const taken = stream.commands.get(commandId);
    if (taken !== undefined && match) {
      // The first answer once more: what the command wrote, and the match as it is now.
      const [row] = await log.read(id, taken - 1);
      return { ...unchanged(stream, match), events: row ? eventsOf(row) : [], repeated: true };
    }
    // Clocks may be set back, and nodes differ: a match's own time only goes on.
    const at = Math.max(now(), match?.at ?? 0);
    const decision = decide(match, command, at);
    if (await isOutdated(id, stream, decision)) return 'lost';
    if ('refusal' in decision) return { ok: false, refusal: decision.refusal };
    const { events } = decision;
    if (events.length === 0 && match) return unchanged(stream, match);
    const row = { stream: id, version: stream.version + 1, at, commandId, events };
    if (!(await log.append(row))) {
      cache.delete(id);
      return 'lost';
    }
    const next = withRow(stream, row);
    cache.set(id, next);
    const change = {
      before: anew ? null : match,
      after: next.match,
      version: next.version,
      events,
    };
    await changed({ ...change, id, from });
    return { ...change, ok: true, repeated: false };
  }

  /** No row will show that another node wrote first, so the log is asked before the answer is given. */
  async function isOutdated(id: string, stream: Stream, decision: Decision): Promise<boolean> {
    if (!stream.match || ('events' in decision && decision.events.length > 0)) return false;
    await catchUp(id);
    return peek(id).version > stream.version;
  }

  async function execute(id: string, command: Command, from: From): Promise<Outcome> {
    for (let i = 0; i < ATTEMPTS; i++) {
      const outcome = await attempt(id, command, from, i > 0);
      if (outcome !== 'lost') return outcome;
    }
    return { ok: false, refusal: 'busy' };
  }

  return {
    load,
    catchUp,
    peek,
    // One command of a match at a time: on one node the race for a version is then never lost.
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

type Accepted = Extract<Outcome, { ok: true }>;

const unchanged = ({ version }: Stream, match: Match): Accepted => ({
  ok: true,
  before: match,
  after: match,
  version,
  events: [],
  repeated: false,
});

const eventsOf = (row: Pick<LogRow, 'events'>): readonly Event[] => row.events as readonly Event[];

/** The stream with one more row. A row's first event is a match's first, or the match exists. */
function withRow(
  stream: Stream,
  row: Pick<LogRow, 'version' | 'commandId' | 'events'>,
): Stream & { readonly match: Match } {
  const match = eventsOf(row).reduce<Match | null>(evolve, stream.match);
  if (!match) throw new Error('a row of the log holds no event');
  const commands = new Map(stream.commands).set(row.commandId, row.version);
  return { match, version: row.version, commands };
}
