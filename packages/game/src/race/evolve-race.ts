import { COUNTDOWN } from '../match.ts';
import { skeleton } from '../names/skeleton.ts';
import {
  answered,
  questionClosed,
  questionPostponed,
  questionPut,
  quizBegan,
  quizEnded,
} from './evolve-quiz.ts';
import {
  BOT,
  currentRound,
  type Pair,
  type Race,
  type RacePlayer,
  type Round,
  raceClock,
} from './race.ts';
import type { RaceEvent } from './race-event.ts';
import { read } from './recorded-result.ts';

type EventOf<T extends RaceEvent['type']> = Extract<RaceEvent, { type: T }>;

/** The state after `event`. Events come from `decideRace` and are not checked again. */
export function evolveRace(race: Race | null, event: RaceEvent): Race {
  if (event.type === 'created') return created(event);
  if (!race) throw new Error(`a race begins with "created", not "${event.type}"`);
  return { ...changed(race, event), at: event.at };
}

function changed(race: Race, event: Exclude<RaceEvent, { type: 'created' }>): Race {
  switch (event.type) {
    case 'joined':
      return joined(race, event);
    case 'placed':
      return placed(race, event);
    case 'round-began':
      return roundBegan(race, event);
    case 'round-stopped':
      return withRound(race, { endsAt: raceClock(race, event.at) });
    case 'round-closed':
      return {
        ...withRound(resumed(race, event.at), { results: event.results.map(read) }),
        phase: 'between',
        spotlight: null,
      };
    case 'moved-on':
      return { ...race, phase: event.phase, endedAt: race.endedAt ?? event.at };
    case 'ending':
      return { ...race, ending: true };
    case 'paused':
      return { ...race, pausedSince: event.at };
    case 'resumed':
      return resumed(race, event.at);
    case 'time-added':
      return race.phase === 'round'
        ? withRound(race, { endsAt: (currentRound(race)?.endsAt ?? 0) + event.ms })
        : questionPostponed(race, event.ms);
    case 'locked':
      return { ...race, locked: event.locked };
    case 'names-hidden':
      return { ...race, namesHidden: event.hidden };
    case 'spotlit':
      return { ...race, spotlight: event.match };
    case 'kicked':
      return kicked(race, event);
    case 'renamed':
      return withPlayer(race, event.player, {
        name: event.name,
        skeleton: skeleton(event.name),
      });
    case 'paced':
      return withPlayer(race, event.player, { pace: event.pace });
    case 'weather-made':
      return withRound(race, {
        weather: [...(currentRound(race)?.weather ?? []), event.weather],
      });
    case 'options-set':
      return { ...race, options: event.options };
    case 'quiz-began':
      return quizBegan(race, event);
    case 'question-put':
      return questionPut(race, event.at);
    case 'answered':
      return answered(race, event);
    case 'question-closed':
      return questionClosed(race);
    case 'quiz-ended':
      return quizEnded(race);
    case 'paired': {
      const { a, b } = event;
      const rest = race.planned.filter((pair) => !pair.includes(a) && !(b && pair.includes(b)));
      return { ...race, planned: b === null ? rest : [...rest, [a, b]] };
    }
  }
}

const created = ({ type: _, at, ...terms }: EventOf<'created'>): Race => ({
  ...terms,
  phase: 'lobby',
  players: [],
  rounds: [],
  quizzes: [],
  planned: [],
  locked: false,
  namesHidden: false,
  spotlight: null,
  ending: false,
  pausedSince: null,
  pausedTotal: 0,
  createdAt: at,
  endedAt: null,
  at,
});

function joined(race: Race, { newcomer }: EventOf<'joined'>): Race {
  const player: RacePlayer = {
    ...newcomer,
    skeleton: skeleton(newcomer.name),
    membership: 'in',
    pace: 1,
  };
  return { ...race, players: [...race.players, player] };
}

const placed = (race: Race, { player, place }: EventOf<'placed'>): Race =>
  withPairs(race, (pair) =>
    pair.match === place.match ? { ...pair, seats: { ...pair.seats, [place.seat]: player } } : pair,
  );

function roundBegan(race: Race, { pairs, at }: EventOf<'round-began'>): Race {
  const leg = race.legs[race.rounds.length];
  if (!leg) throw new Error('there are no more legs');
  const { time, timed } = race.options;
  const endsAt = raceClock(race, at) + COUNTDOWN + time;
  const round: Round = { leg, timed, pairs, endsAt, weather: [], results: null };
  return { ...race, phase: 'round', rounds: [...race.rounds, round], planned: [], spotlight: null };
}

function resumed(race: Race, at: number): Race {
  const stood = at - (race.pausedSince ?? at);
  return { ...race, pausedSince: null, pausedTotal: race.pausedTotal + stood };
}

/** The bot goes on in the place of who was sent away. */
function kicked(race: Race, { player, ban }: EventOf<'kicked'>): Race {
  const next = withPlayer(race, player, { membership: ban ? 'banned' : 'kicked' });
  const rest = next.planned.filter((pair) => !pair.includes(player));
  const apart = { ...next, planned: rest };
  if (race.phase !== 'round') return apart;
  return withPairs(apart, ({ match, seats: { client, server } }) => ({
    match,
    seats: {
      client: client === player ? BOT : client,
      server: server === player ? BOT : server,
    },
  }));
}

const withPlayer = (race: Race, id: string, change: Partial<RacePlayer>): Race => ({
  ...race,
  players: race.players.map((p) => (p.id === id ? { ...p, ...change } : p)),
});

function withRound(race: Race, change: Partial<Round>): Race {
  const round = currentRound(race);
  return round ? { ...race, rounds: [...race.rounds.slice(0, -1), { ...round, ...change }] } : race;
}

const withPairs = (race: Race, change: (pair: Pair) => Pair): Race =>
  withRound(race, { pairs: (currentRound(race)?.pairs ?? []).map(change) });
