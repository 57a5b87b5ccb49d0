/**
 * The matches of races as the log has them. The log is judged anew whenever it is read, so a judge that has become
 * stricter may make nothing of a match any more: it has come to nothing then, and nobody waits for it.
 */
import type { Match } from '@ackade/game';
import type { FastifyBaseLogger } from 'fastify';
import type { Matches } from './matches.ts';
import { UnreadableStream } from './streams.ts';

/** The match; null if there is none. @throws if the log does not answer. */
export type ReadMatch = (id: string) => Promise<Match | 'unreadable' | null>;

export type MatchReaderOptions = {
  readonly matches: Matches;
  /** Whether other nodes write to the same matches. */
  readonly many: boolean;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
};

export function openMatchReader({ matches, many, log }: MatchReaderOptions): ReadMatch {
  /** What is written stays written: these are read, and complained of, once. */
  const unreadable = new Set<string>();

  return async (id) => {
    if (unreadable.has(id)) return 'unreadable';
    try {
      if (many) await matches.catchUp(id);
      return (await matches.load(id)).state;
    } catch (error) {
      if (!(error instanceof UnreadableStream)) throw error;
      unreadable.add(id);
      log.error(error, 'a match of a race cannot be read');
      return 'unreadable';
    }
  };
}
