import type { StudyExport } from '@ackade/contract';
import {
  dayOf,
  type Learner,
  type LearnerEvent,
  levelAt,
  masteryAt,
  SKILLS,
  streakOn,
} from '@ackade/game';
import type { MatchResult } from './matches-table.ts';
import { bestsOf } from './study-state.ts';

/** What is kept of a learner apart from what follows from it. */
export type Kept = {
  readonly learner: Learner;
  readonly events: readonly LearnerEvent[];
  /** The digests of his devices. */
  readonly devices: readonly string[];
  readonly results: readonly MatchResult[];
};

const isoOf = (ms: number): string => new Date(ms).toISOString();

/** As one readable value; digests of secrets are left out, and who else played. */
export function exportOf({ learner, events, devices, results }: Kept, now: number): StudyExport {
  const { name, skills, streak, learned, offset } = learner;
  return {
    schema: 'ackade-learner-1',
    exportedAt: isoOf(now),
    name,
    devices: devices.length,
    skills: SKILLS.map((skill) => {
      const { rating, memories } = skills[skill];
      return {
        skill,
        level: levelAt(skills[skill], now),
        mastery: Math.round(100 * masteryAt(skills[skill], now)),
        rating: rating.value,
        answers: rating.answers,
        memories: memories.map(({ variant, stability, difficulty, seenAt, dueAt }) => ({
          variant,
          stability,
          difficulty,
          seenAt: isoOf(seenAt),
          dueAt: isoOf(dueAt),
        })),
      };
    }),
    streak: { length: streakOn(streak, dayOf(now, offset)), longest: streak.longest },
    bests: bestsOf(learner),
    learned,
    matches: results.map(({ scenario, level, mode, outcome, endedAt, players }) => ({
      scenario,
      level,
      mode,
      outcome,
      endedAt: isoOf(endedAt),
      seats: players
        .filter(({ playerHash }) => playerHash !== undefined && devices.includes(playerHash))
        .map(({ role, name: called, points, accuracy }) => ({
          seat: role,
          name: called,
          points,
          accuracy,
        })),
    })),
    history: events.map((event) => ({ ...event, at: isoOf(event.at) })),
  };
}
