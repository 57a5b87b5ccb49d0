/** What a move makes of a match. */
import { ENDPOINTS, type Endpoint, PSH } from '@ackade/tcp';
import { alarmOf } from './agenda.ts';
import { clockAt } from './clock.ts';
import { keepSilent, transmit } from './happening.ts';
import { judge, segmentOf } from './judge.ts';
import { ALARM_DELAY, type Event, type Match, type Mistake, type Ring } from './match.ts';
import { settle } from './owed.ts';
import { rewarded } from './reward.ts';
import { withSeat } from './seat.ts';
import { type World, withTurns } from './world.ts';

type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;

/** Takes over the next world: whose turn began or ended follows, and when the next timer rings. */
export function withWorld(match: Match, world: World, at: number): Match {
  const clock = clockAt(match, at);
  const ring = (e: Endpoint): Ring | null => {
    const alarm = alarmOf(world, e);
    const turning = match.rings[e];
    if (!alarm) return null;
    const same = turning?.alarm.timer === alarm.timer && turning.alarm.time === alarm.time;
    return same ? turning : { alarm, at: clock + ALARM_DELAY[alarm.timer] };
  };
  let next: Match = {
    ...match,
    world,
    rings: { client: ring('client'), server: ring('server') },
  };
  for (const e of ENDPOINTS) {
    const seat = next.seats[e];
    const [was] = match.world.ends[e].turns;
    const [is] = world.ends[e].turns;
    if (!seat) continue;
    // Of several segments that are due on one turn each has hints of its own.
    if (was?.due.length !== is?.due.length) next = withSeat(next, e, { hints: 0 });
    if (was?.id === is?.id) continue;
    const spent = seat.owesSince === null ? 0 : clock - seat.owesSince;
    next = withSeat(next, e, {
      owed: seat.owed + spent,
      owesSince: is === undefined ? null : clock,
      tries: 0,
      hints: 0,
      help: 0,
    });
  }
  return next;
}

export function rightMove(match: Match, { seat: at, move, lag, at: now }: EventOf<'moved'>): Match {
  const { world, level } = match;
  const judgement = judge(world, level, at, move);
  const option = judgement && 'option' in judgement ? judgement.option : null;
  if (move.kind === 'send' && !option)
    throw new Error('the log holds a right move that is not right');
  const after = option
    ? transmit(settle(world, at, option), at, {
        ...option.segment,
        ctl: move.kind === 'send' ? option.segment.ctl | (move.ctl & PSH) : option.segment.ctl,
      })
    : keepSilent(withTurns(world, at, world.ends[at].turns.slice(1)), at);
  const open = new Set(after.ends[at].turns.map((t) => t.id));
  const closed = world.ends[at].turns.filter((t) => !open.has(t.id)).length;
  const paid = rewarded(match, at, closed, clockAt(match, now) - lag);
  const botMoved = match.seats[at]?.occupant === 'bot';
  const botPlayed = match.botPlayed || botMoved;
  return withWorld({ ...withSeat(paid, at, { botMoved }), botPlayed }, after, now);
}

export function wrongMove(match: Match, { seat: at, move, verdict }: EventOf<'moved'>): Match {
  const seat = match.seats[at];
  const turn = match.world.ends[at].turns[0];
  if (!seat || !turn || verdict.right) return match;
  const mistake: Mistake = {
    at,
    move,
    verdict,
    row: turn.row,
    before: match.world.rows.length,
    time: match.world.ends[at].time,
    segment: move.kind === 'send' ? segmentOf(match.world, match.level, at, move) : null,
  };
  const tally = { ...seat.tally, mistakes: seat.tally.mistakes + 1 };
  return {
    ...withSeat(match, at, { tries: seat.tries + 1, tally }),
    mistakes: [...match.mistakes, mistake],
  };
}
