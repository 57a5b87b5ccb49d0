/** What a match has shown of those who played it: each turn that somebody answered is evidence of a skill. */
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import { clockAt } from './clock.ts';
import { evolve } from './evolve.ts';
import type { Practice } from './mastery/learner.ts';
import type { Evidence } from './mastery/question-ref.ts';
import type { Event, Match } from './match.ts';
import { MOST_WRONG } from './quiz/choices.ts';
import { difficultyOf } from './quiz/difficulty.ts';
import { momentIn } from './quiz/moment.ts';
import type { QuestionKind } from './quiz/question.ts';
import { skillOf } from './quiz/skill.ts';
import type { Level } from './scenario.ts';
import { scoreAt, tookOf } from './view.ts';
import { type Turn, withTurns } from './world.ts';

/** What a match has shown of a player, who goes by the digest that the server has made of him. */
export type Practised = {
  readonly player: string;
  readonly practice: Omit<Practice, 'offset'>;
};

/** The kind of question that a move at a level is most like. */
const LIKE: Readonly<Record<Level, QuestionKind>> = {
  flags: 'control-bits',
  numbers: 'numbers',
  full: 'numbers',
};

type Told = { readonly player: string; readonly evidence: Evidence };

/** The players of the match that `events` are the whole log of; nobody while it is not over. */
export function practicesOf(events: readonly Event[]): readonly Practised[] {
  const told: Told[] = [];
  let match: Match | null = null;
  for (const event of events) {
    const next: Match = evolve(match, event);
    if (match && event.type === 'moved') told.push(...toldBy(match, next, event));
    if (match && event.type === 'ended') told.push(...leftOpen(match));
    match = next;
  }
  if (match?.phase !== 'over') return [];
  const over = match;
  const players = new Set(ENDPOINTS.flatMap((at) => playerAt(over, at) ?? []));
  return [...players].map((player) => ({
    player,
    practice: practiceOf(
      over,
      player,
      told.filter((t) => t.player === player).map(({ evidence }) => evidence),
    ),
  }));
}

function practiceOf(
  match: Match,
  player: string,
  turns: readonly Evidence[],
): Omit<Practice, 'offset'> {
  const { id, level, outcome, world } = match;
  const ends = ENDPOINTS.filter((at) => playerAt(match, at) === player);
  const points = ends.reduce((sum, at) => sum + scoreAt(match, at).points, 0);
  return {
    match: id,
    scenario: world.scenario.id,
    level,
    finished: outcome === 'finished',
    // Who plays both ends is as good as either of them.
    points: Math.round(points / ends.length),
    took: tookOf(match),
    turns,
  };
}

/** Who plays at an end; null for the bot, and for who leaves no trace. */
function playerAt({ seats }: Match, at: Endpoint): string | null {
  const occupant = seats[at]?.occupant;
  return occupant && occupant !== 'bot' ? occupant.player : null;
}

/** The turns that a move closed; the tries, the hints and the time belong to the oldest. */
function toldBy(
  match: Match,
  next: Match,
  { seat: at, at: now, lag }: Extract<Event, { type: 'moved' }>,
): readonly Told[] {
  const player = playerAt(match, at);
  const seat = match.seats[at];
  if (!player || !seat) return [];
  const open = new Set(next.world.ends[at].turns.map(({ id }) => id));
  const closed = match.world.ends[at].turns.filter(({ id }) => !open.has(id));
  const took = Math.max(0, clockAt(match, now) - lag - (seat.owesSince ?? 0));
  return closed.flatMap((turn, i) => {
    const { tries, help } = i === 0 ? seat : { tries: 0, help: 0 };
    const reply = { right: tries === 0, helped: help > 0, took: i === 0 ? took : null };
    return toldOf(match, at, turn, player, reply);
  });
}

/** What somebody has tried and not solved when the match ends. */
const leftOpen = (match: Match): readonly Told[] =>
  ENDPOINTS.flatMap((at) => {
    const player = playerAt(match, at);
    const seat = match.seats[at];
    const [turn] = match.world.ends[at].turns;
    if (!player || !seat || !turn || seat.tries === 0) return [];
    const reply = { right: false, helped: seat.help > 0, took: null };
    return toldOf(match, at, turn, player, reply);
  });

/** Nothing where stacks differ, or more than one segment is due: that is not asked, and would never come back. */
function toldOf(
  { world, level }: Match,
  at: Endpoint,
  turn: Turn,
  player: string,
  reply: Pick<Evidence, 'right' | 'helped' | 'took'>,
): readonly Told[] {
  const moment = momentIn(withTurns(world, at, [turn]), at, world.scenario.id);
  if (!moment) return [];
  const { variant, event, due } = moment;
  const skill = skillOf(turn.before, event, due);
  // To compose a segment is at least as hard as to choose it.
  const size = { choices: { length: MOST_WRONG + 1 }, figure: { length: turn.row + 1 } };
  const difficulty = difficultyOf(LIKE[level], { skill, ...size });
  return [{ player, evidence: { ...reply, question: null, skill, variant, difficulty } }];
}
