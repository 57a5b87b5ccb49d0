/** Has learners learn from the matches that they have played. */
import { type Event, type Match, practicesOf } from '@ackade/game';
import { ENDPOINTS } from '@ackade/tcp';
import type { FastifyBaseLogger } from 'fastify';
import type { EventLog } from './event-log.ts';
import type { LearnersTable } from './learners-table.ts';
import { UnreadableStream } from './streams.ts';
import type { StudyDesk } from './study-desk.ts';

export type TeacherOptions = {
  readonly log: EventLog;
  readonly table: LearnersTable;
  readonly study: StudyDesk;
  readonly logger: Pick<FastifyBaseLogger, 'error'>;
};

/**
 * Takes in what a match that is over has shown; done again, it changes nothing. Who played alone becomes a learner by
 * it; of the others those who are one already.
 * @throws what the database throws: then it has to be done again
 */
export type Teach = (match: Match) => Promise<void>;

export function openTeacher({ log, table, study, logger }: TeacherOptions): Teach {
  async function learnersIn(match: Match): Promise<readonly string[]> {
    const players = new Set(
      ENDPOINTS.flatMap((at) => {
        const occupant = match.seats[at]?.occupant;
        return occupant && occupant !== 'bot' ? (occupant.player ?? []) : [];
      }),
    );
    return match.mode === 'duo' && players.size > 0 ? table.known([...players]) : [...players];
  }

  return async (match) => {
    const learners = await learnersIn(match);
    if (match.phase !== 'over' || learners.length === 0) return;
    const events = (await log.read(match.id)).flatMap((row) => row.events as readonly Event[]);
    for (const { player, practice } of practicesOf(events)) {
      const shows = practice.finished || practice.turns.length > 0;
      if (!shows || !learners.includes(player)) continue;
      const refusal = await study.practise(player, practice).catch((error: unknown) => {
        if (!(error instanceof UnreadableStream)) throw error;
        logger.error(error, 'a learner cannot be read');
        return null;
      });
      if (refusal === 'busy') throw new Error('a learner has too much to do');
    }
  };
}
