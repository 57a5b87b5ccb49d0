/** Where the pairs of a race stand: each at its station, in a place of its own that it keeps while it stays. */
import type { Progress } from '@ackade/game';
import type { Station } from './track.ts';

/** A pair on its way. */
export type Runner = {
  readonly match: string;
  /** Its number in the round, from 1. */
  readonly number: number;
  readonly station: number;
  readonly points: number;
};

/** The station of a pair: the one before its next rung; below the last one it waits for the end. */
export const stationFor = ({ rung, over }: Progress, rungs: number): number =>
  over ? rungs + 1 : Math.min(rung, rungs);

export const pointsOf = ({ seats }: Progress): number => seats.client.points + seats.server.points;

export const runnersOf = (pairs: ReadonlyMap<string, Progress>, rungs: number): readonly Runner[] =>
  [...pairs.values()].map((pair, i) => ({
    match: pair.match,
    number: i + 1,
    station: stationFor(pair, rungs),
    points: pointsOf(pair),
  }));

/** `slot`: which of the places of the station, from the nearest on. */
type Place = { readonly station: number; readonly slot: number };

export type Crowd = {
  readonly places: ReadonlyMap<string, Place>;
  /** How many stand at each station, and how many of them there is no place for. */
  readonly counts: readonly { readonly count: number; readonly hidden: number }[];
};

/** How many places a station has, for emblems of `size` px. */
export const capacityOf = (station: Station, size: number): number =>
  columnsOf(station, size) * rowsOf(station, size).length;

/**
 * Everybody's place. Who stays at a station keeps his; who comes takes the nearest free one. Where there are more
 * than fit, the leaders stand there, and a few places are left to the number of all.
 */
export function crowdAt(
  before: Crowd | null,
  runners: readonly Runner[],
  stations: readonly Station[],
  size: number,
): Crowd {
  const places = new Map<string, Place>();
  const counts = stations.map((station, i) => {
    const here = runners.filter((runner) => runner.station === i);
    const free = slotsOf(station, size, here.length, isSwarm(runners.length));
    const shown = here.length <= free.size ? here : leaders(here, free.size);
    const newcomers: Runner[] = [];
    for (const runner of shown) {
      const old = before?.places.get(runner.match);
      if (old?.station === i && free.delete(old.slot)) places.set(runner.match, old);
      else newcomers.push(runner);
    }
    const nearest = free.values();
    for (const { match } of newcomers)
      places.set(match, { station: i, slot: nearest.next().value ?? 0 });
    return { count: here.length, hidden: here.length - shown.length };
  });
  return { places, counts };
}

/** More than these are a swarm: nobody finds his own any more, and an old computer does not keep up. */
const MOST = 40;
export const isSwarm = (pairs: number): boolean => pairs > MOST;

/** The places of a station for `count` pairs, the nearest first; in a swarm a row of leaders. */
function slotsOf(station: Station, size: number, count: number, swarm: boolean): Set<number> {
  const slots = Array.from({ length: capacityOf(station, size) }, (_, slot) => slot);
  const row = columnsOf(station, size);
  const number = numberFrom(station, size);
  if (swarm) return new Set(slots.slice(0, count <= row ? row : number));
  return new Set(
    count <= slots.length ? slots : slots.filter((slot) => slot < number || slot >= row),
  );
}

/** So many places at the end of the nearest row are left to the number. */
const NUMBER = 2;
const numberFrom = (station: Station, size: number): number =>
  Math.max(1, columnsOf(station, size) - NUMBER);

/** The most points first; of equals who was there first. */
const leaders = (here: readonly Runner[], most: number): readonly Runner[] =>
  here.toSorted((a, b) => b.points - a.points || a.number - b.number).slice(0, most);

/** The middle of a place, px of the board. */
export function positionOf(
  station: Station,
  slot: number,
  size: number,
): { readonly x: number; readonly y: number } {
  const columns = columnsOf(station, size);
  const row = rowsOf(station, size)[Math.floor(slot / columns)] ?? station.y;
  const column = (slot % columns) + 0.5;
  return { x: station.edge + station.outwards * column * size, y: row };
}

/** Where the number of a crowd begins. */
export const numberAt = (station: Station, size: number) =>
  positionOf(station, numberFrom(station, size), size);

const columnsOf = ({ depth }: Station, size: number): number =>
  Math.max(1, Math.floor(depth / size));

/** The middles of the rows, the nearest to the station's own height first; one there is always. */
function rowsOf({ y, top, bottom }: Station, size: number): readonly number[] {
  const middle = Math.min(Math.max(y, top + size / 2), Math.max(top, bottom - size / 2));
  const up = Math.max(0, Math.floor((middle - size / 2 - top) / size));
  const down = Math.max(0, Math.floor((bottom - middle - size / 2) / size));
  const rows = [middle];
  for (let i = 1; i <= Math.max(up, down); i++) {
    if (i <= down) rows.push(middle + i * size);
    if (i <= up) rows.push(middle - i * size);
  }
  return rows;
}

/** Sizes of emblems, the largest first, in parts of the board's height. */
const SMALLEST = 0.05;
const SIZES = [0.092, 0.08, 0.068, 0.058, SMALLEST];
const SWARM = 0.068;
/** Emblems grow again once there is so much more room than they would need. */
const SPARE = 1.5;

/**
 * The largest size at which everybody has a place, px; the smallest where there is none. `before`: the size so far,
 * null at first. A swarm needs no more than its leaders' row.
 */
export function emblemSize(
  before: number | null,
  runners: readonly Runner[],
  stations: readonly Station[],
  height: number,
): number {
  if (isSwarm(runners.length)) return height * SWARM;
  const counts = stations.map((_, i) => runners.filter((r) => r.station === i).length);
  const fits = (size: number, spare: number): boolean =>
    stations.every((station, i) => (counts[i] ?? 0) * spare <= capacityOf(station, size));
  const largest = (spare: number): number =>
    height * (SIZES.find((part) => fits(part * height, spare)) ?? SMALLEST);
  const size = largest(1);
  return before === null || size <= before ? size : Math.max(before, largest(SPARE));
}
