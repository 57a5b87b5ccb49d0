/**
 * Where the pairs of the rounds that are played stand, as far as this node knows, and how much of the track the boards
 * tell. Kept in memory alone: a node that has just started knows less than everybody has passed, and tells less.
 */
import {
  currentRound,
  type Match,
  type Progress,
  progressOf,
  type Race,
  rungsPassed,
} from '@ackade/game';

type Stand = {
  readonly round: number;
  readonly pairs: Map<string, Progress>;
  /** So many rungs of the track are told: never fewer again, whoever comes back. */
  told: number;
};

export type Stands = {
  /** Everybody's progress, worked out anew from memory. */
  survey(race: Race): readonly Progress[];
  /** The progress of these, worked out anew. */
  update(race: Race, matches: ReadonlySet<string>): readonly Progress[];
  /** What another node says of its pairs; whether all that is known would let more be told. */
  hear(race: string, pairs: readonly Progress[]): boolean;
  /** Whether more may be told, or nothing is known of some pair; `survey` then says how much. */
  wouldTellMore(race: Race): boolean;
  /** How many rungs are told. */
  told(race: Race): number;
  /** Tells as much as all that is known allows; whether that is more. */
  tell(race: Race): boolean;
  /** Drops what is known of every race that `keep` does not want. */
  forget(keep: (race: string) => boolean): void;
};

export function openStands(matchOf: (id: string) => Match | null): Stands {
  const stands = new Map<string, Stand>();

  function standOf({ id, rounds }: Race): Stand {
    const known = stands.get(id);
    if (known?.round === rounds.length) return known;
    const fresh: Stand = { round: rounds.length, pairs: new Map(), told: 0 };
    stands.set(id, fresh);
    return fresh;
  }

  function update(race: Race, among: ReadonlySet<string> | null): readonly Progress[] {
    const { pairs } = standOf(race);
    return (currentRound(race)?.pairs ?? []).flatMap((pair): Progress[] => {
      if (among && !among.has(pair.match)) return [];
      const progress = progressOf(pair, matchOf(pair.match));
      pairs.set(pair.match, progress);
      return [progress];
    });
  }

  const isMore = ({ pairs, told }: Stand): boolean => rungsPassed(pairs.values()) > told;

  return {
    survey: (race) => update(race, null),
    update,
    hear(race, news) {
      const stand = stands.get(race);
      if (!stand) return false;
      for (const progress of news)
        if (stand.pairs.has(progress.match)) stand.pairs.set(progress.match, progress);
      return isMore(stand);
    },
    wouldTellMore(race) {
      const stand = standOf(race);
      return stand.pairs.size < (currentRound(race)?.pairs.length ?? 0) || isMore(stand);
    },
    told: (race) => standOf(race).told,
    tell(race) {
      const stand = standOf(race);
      const more = isMore(stand);
      if (more) stand.told = rungsPassed(stand.pairs.values());
      return more;
    },
    forget(keep) {
      for (const race of stands.keys()) if (!keep(race)) stands.delete(race);
    },
  };
}
