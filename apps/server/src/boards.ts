/**
 * What hosts and projectors see, gathered: however much happens, a node tells of a race at most four times a second.
 * Each tells what happens at it to who watches at any.
 */
import type { Board } from '@ackade/contract';
import {
  boardHeadOf,
  boardPlayersOf,
  currentRound,
  type Match,
  type Progress,
  type Race,
} from '@ackade/game';
import type { Clock } from './clock.ts';
import { openStands } from './stands.ts';

/** Between two boards of a race, ms. */
const BEAT = 250;
const NOBODY: ReadonlySet<string> = new Set();

/** What has changed since the last board. */
type Gathered = {
  whole: boolean;
  head: boolean;
  readonly players: Set<string>;
  readonly gone: Set<string>;
  readonly pairs: Set<string>;
};

export type BoardSource = {
  /** The race as the log has it, also where another node has written last. */
  race(id: string): Promise<Race | null>;
  match(id: string): Match | null;
  /** Takes these matches into memory as the log has them. */
  recall(matches: readonly string[]): Promise<unknown>;
  /** Who is connected, on any node. */
  presentIn(race: string): Promise<ReadonlySet<string>>;
  failed(error: unknown): void;
  /** Sends `board` to everybody who sees the race whole. */
  emit(race: string, board: Board): void;
  /** Lets the other nodes hear of these pairs. */
  share(race: string, pairs: readonly Progress[]): void;
};

export type Boards = {
  /** Everything as it is now, given who is connected. */
  whole(race: Race, present: ReadonlySet<string>): Board;
  /** Notes what has changed: it goes out with the next board. */
  changed(race: string, change: Partial<Record<'whole' | 'head', true>>): void;
  playerChanged(race: string, player: string): void;
  playerGone(race: string, player: string): void;
  pairChanged(race: string, match: string): void;
  /** Pairs that are played at another node, as it sees them. */
  heard(race: string, pairs: readonly Progress[]): void;
  /** Drops from memory what was told of every race that `keep` does not want. */
  forget(keep: (race: string) => boolean): void;
  stop(): void;
};

export function openBoards(clock: Clock, source: BoardSource): Boards {
  const gathered = new Map<string, Gathered>();
  const sentAt = new Map<string, number>();
  const callOffs = new Map<string, () => void>();
  const sending = new Set<string>();
  const stands = openStands(source.match);
  let stopped = false;

  function gather(id: string): Gathered {
    const known = gathered.get(id);
    if (known) return known;
    const fresh: Gathered = {
      whole: false,
      head: false,
      players: new Set(),
      gone: new Set(),
      pairs: new Set(),
    };
    gathered.set(id, fresh);
    if (!sending.has(id)) schedule(id);
    return fresh;
  }

  function schedule(id: string): void {
    const ms = Math.max(0, (sentAt.get(id) ?? 0) + BEAT - clock.now());
    callOffs.set(
      id,
      clock.after(ms, () => void flush(id)),
    );
  }

  /** One board of a race at a time: an earlier one that took longer would undo what a later one has told. */
  async function flush(id: string): Promise<void> {
    const changes = gathered.get(id);
    gathered.delete(id);
    callOffs.delete(id);
    if (!changes) return;
    sending.add(id);
    try {
      await send(id, changes);
    } catch (error) {
      source.failed(error);
      // What was to be told is known no longer.
      if (!stopped) gather(id).whole = true;
    }
    sending.delete(id);
    sentAt.set(id, clock.now());
    if (gathered.has(id) && !stopped) schedule(id);
  }

  /** All that has to be asked is asked first, so that what goes out is as new as the moment at which it does. */
  async function send(id: string, changes: Gathered): Promise<void> {
    const asks = changes.whole || changes.players.size > 0;
    const present = asks ? await source.presentIn(id) : NOBODY;
    const before = await source.race(id);
    if (!before) return;
    const all = (currentRound(before)?.pairs ?? []).map(({ match }) => match);
    await source.recall(changes.whole ? all : [...changes.pairs]);
    stands.update(before, changes.pairs);
    // What is told cannot be taken back: what other nodes have written since counts.
    const tells = !changes.whole && before.phase === 'round' && stands.wouldTellMore(before);
    if (tells) await source.recall(all);
    const race = (await source.race(id)) ?? before;
    const board = changes.whole ? whole(race, present) : partial(race, changes, present, tells);
    if (!isEmpty(board)) source.emit(id, board);
  }

  function whole(race: Race, present: ReadonlySet<string>): Board {
    const pairs = stands.survey(race);
    stands.tell(race);
    return {
      whole: true,
      head: headOf(race),
      players: boardPlayersOf(race, present),
      gone: [],
      pairs,
    };
  }

  /** `tells`: every match of the round is known as the log has it, and more of the track may be told. */
  function partial(
    race: Race,
    changes: Gathered,
    present: ReadonlySet<string>,
    tells: boolean,
  ): Board {
    const pairs = stands.update(race, changes.pairs);
    if (pairs.length > 0) source.share(race.id, pairs);
    // A round that is over by now is told whole by whoever has closed it.
    const onTrack = tells && race.phase === 'round';
    if (onTrack) stands.survey(race);
    const more = onTrack && stands.tell(race);
    const { players, gone } = changes;
    return {
      whole: false,
      ...(changes.head || more ? { head: headOf(race) } : {}),
      players: players.size === 0 ? [] : boardPlayersOf(race, present, players),
      gone: [...gone],
      pairs,
    };
  }

  const headOf = (race: Race) => boardHeadOf(race, stands.told(race), clock.now());

  return {
    whole(race, present) {
      const before = stands.told(race);
      const board = whole(race, present);
      // The others who watch are to see it, too.
      if (stands.told(race) > before) gather(race.id).head = true;
      return board;
    },
    changed: (race, change) => Object.assign(gather(race), change),
    playerChanged: (race, player) => gather(race).players.add(player),
    playerGone: (race, player) => gather(race).gone.add(player),
    pairChanged: (race, match) => gather(race).pairs.add(match),
    heard(race, pairs) {
      if (stands.hear(race, pairs)) gather(race);
    },
    forget(keep) {
      for (const race of sentAt.keys()) if (!keep(race)) sentAt.delete(race);
      stands.forget(keep);
    },
    stop() {
      stopped = true;
      for (const callOff of callOffs.values()) callOff();
      callOffs.clear();
    },
  };
}

const isEmpty = ({ whole, head, players, gone, pairs }: Board): boolean =>
  !whole && !head && players.length + gone.length + pairs.length === 0;
