/** What a stored change of a race means to everybody in it. */
import { refusal } from '@ackade/contract';
import { type Race, type RaceEvent, raceViewFor } from '@ackade/game';
import type { Boards } from './boards.ts';
import { laneRoom, type RaceNamespace, roomOf, screensOf } from './race-rooms.ts';
import type { Change } from './streams.ts';

/** After these every player sees something new. */
const FOR_ALL: ReadonlySet<RaceEvent['type']> = new Set([
  'round-began',
  'round-stopped',
  'round-closed',
  'moved-on',
  'paused',
  'resumed',
  'time-added',
  'quiz-ended',
]);
/** And after these, once anything has been played: who stands where, and under which name. */
const FOR_STANDINGS: ReadonlySet<RaceEvent['type']> = new Set(['kicked', 'renamed']);

export type RaceNewsOptions = {
  readonly io: RaceNamespace;
  readonly boards: Boards;
  readonly now: () => number;
  /** There may be a free place in the round that is played, and somebody who waits for one. */
  readonly fillPlaces: (race: string) => void;
};

/** Tells players at once, and hosts and projectors with the next board. */
export type TellNews = (change: Change<Race, RaceEvent>) => void;

export function openRaceNews({ io, boards, now, fillPlaces }: RaceNewsOptions): TellNews {
  function tellPlayer(race: Race, player: string): void {
    const view = raceViewFor(race, player, now());
    if (view) io.to(roomOf(race.id, player)).emit('race', view);
  }

  function sendAway(
    { id, phase }: Race,
    { player, ban }: Extract<RaceEvent, { type: 'kicked' }>,
  ): void {
    const room = io.in(roomOf(id, player));
    room.emit('dismissed', refusal(ban ? 'banned' : 'kicked'));
    room.disconnectSockets(true);
    boards.playerGone(id, player);
    if (phase === 'round') fillPlaces(id);
  }

  /** What was in the spotlight before leaves the projectors, whoever sits at them. */
  function turnSpotlight({ id, phase, spotlight, rounds }: Race): void {
    if (phase !== 'round') return;
    const others = rounds.flatMap(({ pairs }) => pairs).filter((p) => p.match !== spotlight);
    io.in(screensOf(id)).socketsLeave(others.map((p) => laneRoom(p.match)));
  }

  return ({ id, after: race, events }) => {
    const restanding = race.rounds.length > 0 && events.some((e) => FOR_STANDINGS.has(e.type));
    if (restanding || events.some((e) => FOR_ALL.has(e.type)))
      for (const { id: player, membership } of race.players)
        if (membership === 'in') tellPlayer(race, player);
    let head = false;
    for (const event of events) {
      if (event.type === 'joined') boards.playerChanged(id, event.newcomer.id);
      else if (event.type === 'kicked') sendAway(race, event);
      else if (event.type === 'renamed' || event.type === 'paced') {
        tellPlayer(race, event.player);
        boards.playerChanged(id, event.player);
      } else if (event.type === 'placed') {
        tellPlayer(race, event.player);
        boards.pairChanged(id, event.place.match);
      } else head = true;
      if (event.type === 'spotlit') turnSpotlight(race);
      // Who came while the pairs were made has none yet.
      if (event.type === 'round-began') fillPlaces(id);
      if (event.type === 'round-began' || event.type === 'round-closed')
        boards.changed(id, { whole: true });
    }
    if (restanding) boards.changed(id, { whole: true });
    if (head || race.planned.length > 0) boards.changed(id, { head: true });
  };
}
