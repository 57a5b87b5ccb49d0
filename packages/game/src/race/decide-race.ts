import { ENDPOINTS } from '@ackade/tcp';
import { isRude } from '../names/rude.ts';
import { skeleton } from '../names/skeleton.ts';
import { WEATHER_LIMIT } from '../weather.ts';
import { allAnswered, answer, ask, closedInTime, endOfQuiz, quizAsHost } from './decide-quiz.ts';
import { pairUp } from './pairing.ts';
import {
  BOT,
  currentRound,
  MOST_PLAYERS,
  type Pair,
  placeOf,
  playerById,
  RACE_ABANDONED_AFTER,
  type Race,
  raceClock,
} from './race.ts';
import type { HostCommand, Moment, Newcomer, RaceCommand, RaceRefusal } from './race-command.ts';
import type { RaceEvent } from './race-event.ts';
import { questionEndsAt, quizOn } from './race-quiz.ts';

/** What a command leads to: events to record, or the reason why not. No events: nothing to do. */
export type RaceDecision =
  | { readonly events: readonly RaceEvent[] }
  | { readonly refusal: RaceRefusal };

const NOTHING: RaceDecision = { events: [] };
const refuse = (refusal: RaceRefusal): RaceDecision => ({ refusal });

/** Decides `command` at wall-clock time `now`, ms. Pure; `race` is null only for `create`. */
export function decideRace(race: Race | null, command: RaceCommand, now: number): RaceDecision {
  if (command.type === 'create') {
    const { type: _, ...rest } = command;
    return race || rest.legs.length === 0
      ? refuse('unknown-scenario')
      : { events: [{ ...rest, type: 'created', at: now }] };
  }
  if (!race) return refuse('race-over');
  switch (command.type) {
    case 'join':
      return join(race, command.newcomer, now);
    case 'place':
      return place(race, command, now);
    case 'host':
      return race.phase === 'over' ? refuse('race-over') : asHost(race, command, now);
    case 'close-round':
      return closeRound(race, command, now);
    case 'ask':
      return ask(race, command, now);
    case 'answer':
      return answer(race, command, now);
    case 'all-answered':
      return allAnswered(race, command, now);
    case 'time-up':
      return { events: closedInTime(race, now) };
    case 'recover': {
      // What has happened since, if only that the time was given back, ends the outage.
      const lost = now - Math.max(command.since, race.at);
      const running = race.phase === 'round' || questionEndsAt(race) !== null;
      return running && race.pausedSince === null && lost > 0
        ? { events: [{ type: 'time-added', at: now, ms: lost }] }
        : NOTHING;
    }
    case 'tick':
      return race.phase !== 'over' && now - race.at >= RACE_ABANDONED_AFTER
        ? { events: [{ type: 'moved-on', at: now, phase: 'over' }] }
        : NOTHING;
  }
}

function join(race: Race, newcomer: Newcomer, now: number): RaceDecision {
  const { options, players } = race;
  const began = race.rounds.length > 0;
  if (race.phase === 'over' || race.phase === 'podium' || race.phase === 'debrief')
    return refuse('race-over');
  if (race.locked || (began && !options.lateJoin)) return refuse('race-locked');
  if (players.some((p) => p.membership === 'banned' && p.player === newcomer.player && p.player))
    return refuse('banned');
  const here = players.filter((p) => p.membership === 'in');
  if (here.length >= MOST_PLAYERS) return refuse('race-full');
  if (options.nicknames === 'roster' && !options.roster.includes(newcomer.name))
    return refuse('not-on-roster');
  if (options.nicknames === 'free' && options.filter && isRude(newcomer.name))
    return refuse('name-rude');
  if (isTaken(race, newcomer.name)) return refuse('name-taken');
  return { events: [{ type: 'joined', at: now, newcomer }] };
}

/** Whether somebody in the race has a name that looks like `name`; those of a class list are who they are. */
export function isTaken(race: Race, name: string): boolean {
  const look = skeleton(name);
  const listed = race.options.nicknames === 'roster';
  return race.players.some(
    (p) => p.membership === 'in' && (listed ? p.name === name : p.skeleton === look),
  );
}

/** Who comes while a round is played takes over from the bot, where one plays for nobody. */
function place(
  race: Race,
  { player, running }: Extract<RaceCommand, { type: 'place' }>,
  at: number,
): RaceDecision {
  const waits = race.phase === 'round' && placeOf(race, player) === null;
  if (!waits || playerById(race, player)?.membership !== 'in') return NOTHING;
  for (const { match, seats } of currentRound(race)?.pairs ?? [])
    for (const seat of ENDPOINTS)
      if (seats[seat] === BOT && running.includes(match))
        return { events: [{ type: 'placed', at, player, place: { match, seat } }] };
  return NOTHING;
}

type FromHost = Extract<RaceCommand, { type: 'host' }>;

function asHost(race: Race, { command, present, matches }: FromHost, now: number): RaceDecision {
  const one = (event: RaceEvent): RaceDecision => ({ events: [event] });
  const at = now;
  const running = race.phase === 'round';
  switch (command.type) {
    case 'next':
      return isNow(race, command.from) ? next(race, present, matches, now) : NOTHING;
    case 'skip':
      if (!isNow(race, command.from)) return NOTHING;
      return running ? one({ type: 'round-stopped', at }) : refuse('not-now');
    case 'end':
      if (running)
        return {
          events: [
            { type: 'ending', at },
            { type: 'round-stopped', at },
          ],
        };
      // Pressed twice, it must not take the podium away.
      return race.phase === 'podium' || race.phase === 'debrief'
        ? NOTHING
        : { events: [...endOfQuiz(race, now), finish(race, now)] };
    case 'pause':
      if (race.pausedSince !== null) return NOTHING;
      return running ? one({ type: 'paused', at }) : refuse('not-now');
    case 'resume':
      return race.pausedSince === null ? NOTHING : one({ type: 'resumed', at });
    case 'add-time':
      return running ? one({ type: 'time-added', at, ms: command.ms }) : refuse('not-now');
    case 'lock':
      return one({ type: 'locked', at, locked: command.locked });
    case 'hide-names':
      return one({ type: 'names-hidden', at, hidden: command.hidden });
    case 'spotlight': {
      const { match } = command;
      const known = match === null || currentRound(race)?.pairs.some((p) => p.match === match);
      return known ? one({ type: 'spotlit', at, match }) : refuse('not-now');
    }
    case 'weather': {
      if (!running) return refuse('not-now');
      const made = currentRound(race)?.weather.length ?? 0;
      return made >= WEATHER_LIMIT
        ? refuse('too-much-weather')
        : one({ type: 'weather-made', at, weather: command.weather });
    }
    case 'options':
      return running || race.phase === 'podium' || race.phase === 'debrief'
        ? refuse('not-now')
        : one({ type: 'options-set', at, options: command.options });
    case 'close-question':
    case 'next-question':
    case 'end-quiz':
      return quizAsHost(race, command, now);
    default:
      return withPlayer(race, command, now);
  }
}

type AboutPlayer = Extract<HostCommand, { type: 'kick' | 'rename' | 'pace' | 'pair' }>;

function withPlayer(race: Race, command: AboutPlayer, at: number): RaceDecision {
  const isIn = (id: string): boolean => playerById(race, id)?.membership === 'in';
  const player = command.type === 'pair' ? command.a : command.player;
  if (!isIn(player)) return refuse('unknown-player');
  switch (command.type) {
    case 'kick':
      return { events: [{ type: 'kicked', at, player, ban: command.ban }] };
    case 'rename': {
      const { name } = command;
      const others = { ...race, players: race.players.filter((p) => p.id !== player) };
      if (isTaken(others, name)) return refuse('name-taken');
      return { events: [{ type: 'renamed', at, player, name }] };
    }
    case 'pace':
      return { events: [{ type: 'paced', at, player, pace: command.pace }] };
    case 'pair': {
      const { b } = command;
      if (b !== null && (b === player || !isIn(b))) return refuse('unknown-player');
      return { events: [{ type: 'paired', at, a: player, b }] };
    }
  }
}

/** Whether the race is still where the host saw it when he pressed. */
const isNow = (race: Race, { phase, round }: Moment): boolean =>
  race.phase === phase && race.rounds.length === round;

function next(
  race: Race,
  present: readonly string[],
  matches: readonly string[],
  at: number,
): RaceDecision {
  switch (race.phase) {
    case 'lobby':
    case 'between': {
      if (quizOn(race)) return refuse('not-now');
      if (race.rounds.length === race.legs.length) return { events: [finish(race, at)] };
      const here = present.filter((id) => playerById(race, id)?.membership === 'in');
      if (here.length === 0) return refuse('nobody-here');
      return { events: [{ type: 'round-began', at, pairs: pairUp(race, here, matches) }] };
    }
    case 'podium':
      return { events: [{ type: 'moved-on', at, phase: 'debrief' }] };
    case 'debrief':
      return { events: [{ type: 'moved-on', at, phase: 'over' }] };
    default:
      return refuse('not-now');
  }
}

/** The podium, where anything has been played; otherwise the end. */
const finish = (race: Race, at: number): RaceEvent => ({
  type: 'moved-on',
  at,
  phase: race.rounds.length > 0 ? 'podium' : 'over',
});

function closeRound(
  race: Race,
  { round, pairs, results }: Extract<RaceCommand, { type: 'close-round' }>,
  at: number,
): RaceDecision {
  // Whoever comes second finds it done.
  if (race.phase !== 'round' || race.rounds.length !== round + 1) return NOTHING;
  // Somebody has come or gone while the matches were looked at: they are looked at again.
  if (!areSame(pairs, currentRound(race)?.pairs ?? [])) return NOTHING;
  const closed: RaceEvent = { type: 'round-closed', at, results };
  return { events: race.ending ? [closed, { type: 'moved-on', at, phase: 'podium' }] : [closed] };
}

const areSame = (some: readonly Pair[], others: readonly Pair[]): boolean =>
  some.length === others.length &&
  some.every(({ match, seats }, i) => {
    const other = others[i];
    return match === other?.match && ENDPOINTS.every((e) => seats[e] === other.seats[e]);
  });

/** Whether the time of the round is up at wall-clock time `now`. */
export function isTimeUp(race: Race, now: number): boolean {
  const round = currentRound(race);
  return race.phase === 'round' && round !== undefined && raceClock(race, now) >= round.endsAt;
}

/** The wall-clock time at which something is due by itself; null when nothing is. */
export function raceWakesAt(race: Race): number | null {
  if (race.phase === 'over') return null;
  const abandoned = race.at + RACE_ABANDONED_AFTER;
  const closesAt = questionEndsAt(race);
  if (closesAt !== null) return Math.min(abandoned, closesAt + race.pausedTotal);
  const round = currentRound(race);
  if (race.phase !== 'round' || !round) return abandoned;
  const endsAt = round.endsAt + race.pausedTotal;
  // While it is paused its time is up only if it was cut off.
  return race.pausedSince !== null && race.pausedSince < endsAt
    ? abandoned
    : Math.min(abandoned, endsAt);
}
