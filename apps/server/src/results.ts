import { type Match, type Seat, scoreAt, teamworkOf } from '@ackade/game';
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import type { MatchResult, PlayerResult } from './matches-table.ts';

/** What ordinary tables keep of a finished match; the log can make it again at any time. */
export function resultOf(match: Match): MatchResult | null {
  const { endedAt, outcome, startedAt, id, code, mode, level, createdAt } = match;
  if (endedAt === null || outcome === null) return null;
  return {
    id,
    code,
    mode,
    level,
    scenario: match.world.scenario.id,
    raceId: match.race?.id,
    round: match.race?.round,
    createdAt,
    startedAt: startedAt ?? undefined,
    endedAt,
    outcome,
    players: ENDPOINTS.flatMap((role) => {
      const seat = match.seats[role];
      return seat ? [playerOf(match, role, seat)] : [];
    }),
  };
}

function playerOf(match: Match, role: Endpoint, seat: Seat): PlayerResult {
  const { occupant, formerly } = seat;
  // In a race the bot only keeps the seat: what was earned in it is the player's.
  const person = occupant !== 'bot' ? occupant : match.race && formerly;
  const { points, accuracy, speed } = scoreAt(match, role);
  return {
    role,
    name: person?.name ?? '',
    bot: person === null,
    playerHash: person?.player ?? undefined,
    points,
    accuracy,
    speed,
    teamwork: teamworkOf(match.relay),
    mistakes: mistakesOf(match, role, seat.mistakesBefore),
  };
}

/** How often each misconception, the likeliest of its move, stood behind a wrong move. */
function mistakesOf(match: Match, role: Endpoint, from: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { at, verdict } of match.mistakes.slice(from)) {
    if (at !== role) continue;
    const [code] = verdict.misconceptions;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
