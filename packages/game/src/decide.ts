import { ENDPOINTS, type Endpoint, peerOf } from '@ackade/tcp';
import { isOver } from './agenda.ts';
import { botAnswersAt, botMove } from './bot.ts';
import { clockAt } from './clock.ts';
import { evolve } from './evolve.ts';
import { hintsOf } from './hint.ts';
import { judge } from './judge.ts';
import {
  ABANDONED_AFTER,
  type Command,
  type Event,
  type GameRefusal,
  type Match,
} from './match.ts';
import { skeleton } from './names/skeleton.ts';
import { unacknowledged } from './queue.ts';
import { scenarioById } from './scenarios/index.ts';
import { tokenOf } from './seat.ts';
import { WEATHER_LIMIT } from './weather.ts';

/** What a command leads to: events to record, or the reason why not. No events: nothing to do. */
export type Decision = { readonly events: readonly Event[] } | { readonly refusal: GameRefusal };

/** Decides `command` at wall-clock time `now`, ms. Pure; `match` is null only for `create`. */
export function decide(match: Match | null, command: Command, now: number): Decision {
  if (command.type === 'create') {
    const scenario = scenarioById(command.scenario);
    if (match || !scenario?.levels.includes(command.level)) return refuse('unknown-scenario');
    const { type: _, ...rest } = command;
    return { events: [{ ...rest, type: 'created', at: now }] };
  }
  if (!match) return refuse('not-playing');
  switch (command.type) {
    case 'join': {
      const seat = ENDPOINTS.find((e) => match.seats[e] === null);
      if (!seat || match.phase !== 'waiting') return refuse('match-full');
      const other = match.seats[peerOf(seat)]?.occupant;
      if (other && other !== 'bot' && skeleton(other.name) === skeleton(command.person.name))
        return refuse('name-taken');
      return settled(match, [{ type: 'joined', at: now, seat, person: command.person }], now);
    }
    case 'connect':
      return connect(match, command, now);
    case 'disconnect':
      // Whoever goes on to the next match of a race leaves this one, and nobody waits for that.
      if (match.race && match.phase === 'over') return { events: [] };
      return match.seats[command.seat]?.present && match.seats[command.seat]?.occupant !== 'bot'
        ? settled(match, [leaves(command.seat, now, now)], now)
        : { events: [] };
    case 'move': {
      if (match.phase !== 'playing' || match.held) return refuse('not-playing');
      const { seat, move, lag } = command;
      const end = match.world.ends[seat];
      // By what the player may know: an acknowledgement still to be answered takes nothing away.
      if (move.kind === 'send' && move.len > unacknowledged(end, end.turns[0]?.before).length)
        return refuse('no-such-data');
      const judgement = judge(match.world, match.level, seat, move);
      if (!judgement) return refuse('out-of-turn');
      const { verdict } = judgement;
      return settled(match, [{ type: 'moved', at: now, seat, move, verdict, lag }], now);
    }
    case 'hint': {
      if (match.phase !== 'playing' || match.held) return refuse('not-playing');
      const { seat } = command;
      if (match.world.ends[seat].turns.length === 0) return refuse('out-of-turn');
      if ((match.seats[seat]?.hints ?? 0) >= hintsOf(match)) return refuse('no-more-hints');
      return { events: [{ type: 'hinted', at: now, seat }] };
    }
    case 'weather': {
      if (match.phase === 'over') return refuse('match-over');
      const { by, weather } = command;
      if (match.race && by !== 'host') return refuse('host-only');
      if (match.weather[by] >= WEATHER_LIMIT) return refuse('too-much-weather');
      return { events: [{ type: 'weather-made', at: now, by, weather }] };
    }
    case 'call-bot': {
      if (match.phase === 'over') return refuse('match-over');
      if (match.race) return refuse('host-only');
      const seat = peerOf(command.seat);
      if (match.seats[seat]?.present) return refuse('partner-present');
      return settled(match, [{ type: 'replaced', at: now, seat }], now);
    }
    case 'rematch':
      return rematch(match, command.seat, now);
    case 'agree-rematch':
      return awaitsRematch(match)
        ? { events: [{ type: 'rematch-agreed', at: now, next: command.next }] }
        : { events: [] };
    case 'seat': {
      if (match.phase === 'over') return refuse('match-over');
      const { seat, occupant, pace } = command;
      // Two nodes may give the same order.
      const token = occupant === 'bot' ? null : occupant.token;
      if (match.seats[seat] && tokenOf(match, seat) === token) return { events: [] };
      return settled(match, [{ type: 'seated', at: now, seat, occupant, pace }], now);
    }
    case 'rename':
      return { events: [{ type: 'renamed', at: now, seat: command.seat, name: command.name }] };
    case 'pace': {
      const { seat, pace } = command;
      return match.phase === 'over' || match.race === null || match.race.pace[seat] === pace
        ? { events: [] }
        : { events: [{ type: 'paced', at: now, seat, pace }] };
    }
    case 'hold':
      return match.phase === 'over' || match.held === command.held
        ? { events: [] }
        : { events: [{ type: 'held', at: now, held: command.held }] };
    case 'stop':
      return match.phase === 'over'
        ? { events: [] }
        : { events: [{ type: 'ended', at: now, outcome: 'time-up' }] };
    case 'tick':
      return tick(match, now);
  }
}

const refuse = (refusal: GameRefusal): Decision => ({ refusal });

/**
 * A node that was killed recorded nobody's leaving. Whoever is known to be gone is taken to have left
 * at the last recorded moment, so that an outage costs no player any time.
 */
function connect(
  match: Match,
  { seat, absent }: Extract<Command, { type: 'connect' }>,
  now: number,
): Decision {
  const left = ENDPOINTS.filter((e) => absent.includes(e) && match.seats[e]?.present);
  const events: Event[] = left
    .filter((e) => match.seats[e]?.occupant !== 'bot')
    .map((e) => leaves(e, match.at, now));
  if (match.race && match.phase !== 'over' && match.seats[seat]?.formerly)
    events.push({ type: 'returned', at: now, seat });
  else if (!match.seats[seat]?.present || left.includes(seat))
    events.push({ type: 'connected', at: now, seat });
  return settled(match, events, now);
}

const leaves = (seat: Endpoint, at: number, noticed: number): Event => ({
  type: 'disconnected',
  at,
  seat,
  noticed,
});

function rematch(match: Match, seat: Endpoint, now: number): Decision {
  if (match.race) return refuse('host-only');
  if (match.phase !== 'over') return refuse('match-not-over');
  // Who plays both ends asks for both.
  const asking = match.mode === 'both' ? ENDPOINTS : [seat];
  return {
    events: asking
      .filter((e) => !match.seats[e]?.wantsRematch)
      .map((e) => ({ type: 'rematch-wanted', at: now, seat: e })),
  };
}

/** Both seats have asked for a rematch, and none is agreed on yet. */
export const awaitsRematch = (match: Match): boolean =>
  match.phase === 'over' &&
  match.race === null &&
  match.next === null &&
  ENDPOINTS.every((e) => match.seats[e]?.wantsRematch);

/** Everything whose time has come, one after the other; the bound is far above what can be due at once. */
function tick(match: Match, now: number): Decision {
  const events: Event[] = [];
  let m = match;
  for (let i = 0; i < 100; i++) {
    const event = dueEvent(m, now);
    if (!event) break;
    const decision = settled(m, [event], now);
    if ('refusal' in decision) break;
    events.push(...decision.events);
    m = decision.events.reduce<Match>(evolve, m);
  }
  return { events };
}

function dueEvent(match: Match, now: number): Event | null {
  if (match.phase === 'over') return null;
  if (now - match.at >= ABANDONED_AFTER) return { type: 'ended', at: now, outcome: 'abandoned' };
  const away = ENDPOINTS.find((e) => isDue(replacedAt(match, e), now));
  if (away) return { type: 'replaced', at: now, seat: away };
  if (match.frozenSince !== null) return null;
  const clock = clockAt(match, now);
  if (match.phase === 'countdown')
    return clock >= match.startsAt ? { type: 'began', at: now } : null;
  if (match.phase !== 'playing') return null;
  const rung = ENDPOINTS.map((e) => match.rings[e]).find((r) => r && r.at <= clock);
  if (rung) return { type: 'expired', at: now, seat: rung.alarm.at, timer: rung.alarm.timer };
  const bot = ENDPOINTS.find((e) => isDue(botAnswersAt(match, e), clock));
  return bot ? botsMove(match, bot, now) : null;
}

const isDue = (at: number | null, clock: number): boolean => at !== null && at <= clock;

/**
 * The wall clock at which the bot takes over from a player of a race who is away; null while nobody waits for him.
 * Outside a race it comes when the one who waits calls it.
 */
function replacedAt({ race, held, seats }: Match, at: Endpoint): number | null {
  const away = seats[at]?.awaySince;
  const other = seats[peerOf(at)];
  const waits = other?.present === true && other.occupant !== 'bot';
  return race === null || held || away == null || !waits ? null : away + race.grace;
}

function botsMove(match: Match, seat: Endpoint, now: number): Event | null {
  const move = botMove(match, seat);
  const judgement = judge(match.world, match.level, seat, move);
  return judgement
    ? { type: 'moved', at: now, seat, move, verdict: judgement.verdict, lag: 0 }
    : null;
}

/** `events`, and what they bring about at once: the countdown, the end. */
function settled(match: Match, events: readonly Event[], now: number): Decision {
  const after = events.reduce<Match>(evolve, match);
  const all = ENDPOINTS.every((e) => after.seats[e]?.present);
  if (after.phase === 'waiting' && all)
    return { events: [...events, { type: 'counted-down', at: now }] };
  if (after.phase === 'playing' && isOver(after.world))
    return { events: [...events, { type: 'ended', at: now, outcome: 'finished' }] };
  return { events };
}

/** The wall-clock time at which a `tick` will have something to do; null when nothing is pending. */
export function wakesAt(match: Match): number | null {
  if (match.phase === 'over') return null;
  const walls = ENDPOINTS.flatMap((e) => replacedAt(match, e) ?? []);
  const abandoned = Math.min(match.at + ABANDONED_AFTER, ...walls);
  if (match.frozenSince !== null || match.phase === 'waiting') return abandoned;
  const clocks =
    match.phase === 'countdown'
      ? [match.startsAt]
      : ENDPOINTS.flatMap((e) => [match.rings[e]?.at ?? null, botAnswersAt(match, e)]);
  const times = clocks.filter((t) => t !== null).map((t) => t + match.frozenTotal);
  return Math.min(abandoned, ...times);
}
