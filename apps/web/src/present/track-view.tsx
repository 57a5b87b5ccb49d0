import { useMemo, useRef } from 'preact/hooks';
import { WORDS } from '../ladder/ladder.tsx';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import {
  type Crowd,
  crowdAt,
  emblemSize,
  isSwarm,
  numberAt,
  positionOf,
  runnersOf,
} from './crowd.ts';
import { Emblems, type Standing } from './emblems.tsx';
import { placeWords } from './place-words.ts';
import type { Stuck } from './stuck.ts';
import { type Size, type Track, trackFor } from './track.ts';
import { TrackPicture } from './track-picture.tsx';
import css from './track-view.module.css';
import { useBox } from './use-box.ts';

type Props = {
  readonly board: BoardState;
  readonly stuck: Stuck | null;
};

/** What was on the board before, so that it changes as little as can be. */
type Memory = {
  readonly box: Size | null;
  readonly size: number | null;
  readonly crowd: Crowd | null;
};

/** The ladder as the track of the race, with every pair where it has come to. */
export function TrackView({ board, stuck }: Props) {
  const { head, pairs, players } = board;
  const { track: told, rungs } = head;
  const [ref, box] = useBox<HTMLDivElement>();
  const track = useMemo(
    () => (box && box.width > 0 ? trackFor(told, rungs, box, WORDS.marks) : null),
    [told, rungs, box],
  );
  const memory = useRef<Memory>({ box: null, size: null, crowd: null });
  const { size, crowd } = useMemo(() => {
    if (!track || !box) return { size: 0, crowd: null };
    const before = memory.current.box === box ? memory.current : null;
    const runners = runnersOf(pairs, rungs);
    const size = emblemSize(before?.size ?? null, runners, track.stations, box.height);
    const crowd = crowdAt(before?.crowd ?? null, runners, track.stations, size);
    memory.current = { box, size, crowd };
    return { size, crowd };
  }, [track, box, pairs]);

  return (
    <div class={css.board} ref={ref}>
      {track && box && crowd && (
        <>
          <TrackPicture track={track} board={box} />
          <Spoken crowd={crowd} told={rungs - track.veiled.length} rungs={rungs} />
          <Finish done={crowd.counts.at(-1)?.count ?? 0} of={pairs.size} track={track} />
          {stuck?.reason && <Tight track={track} station={stuck.station} />}
          {isSwarm(pairs.size) && <Bars track={track} crowd={crowd} size={size} of={pairs.size} />}
          <Counts track={track} crowd={crowd} size={size} />
          <Emblems
            standing={standingIn(board, track, crowd, size)}
            size={size}
            rungs={rungs}
            players={players}
            hidden={head.namesHidden}
          />
        </>
      )}
    </div>
  );
}

/** Who has a place, in the order of their numbers. */
function standingIn(
  { pairs }: BoardState,
  { stations }: Track,
  { places }: Crowd,
  size: number,
): readonly Standing[] {
  return [...pairs.values()].flatMap((pair, i): Standing[] => {
    const place = places.get(pair.match);
    const station = place && stations[place.station];
    return station ? [{ pair, number: i + 1, ...positionOf(station, place.slot, size) }] : [];
  });
}

/** How many stand where there are too many to be shown. */
function Counts({ track, crowd, size }: { track: Track; crowd: Crowd; size: number }) {
  return (
    <ul class={css.counts} aria-hidden="true" style={{ fontSize: `${size * 0.6}px` }}>
      {track.stations.map((station, i) => {
        const { count = 0, hidden = 0 } = crowd.counts[i] ?? {};
        // At the finish the label says how many.
        if (hidden === 0 || i === track.stations.length - 1) return null;
        const { x, y } = numberAt(station, size);
        return (
          <li
            key={i}
            data-outwards={station.outwards}
            style={{ transform: `translate(${x}px, ${y}px)` }}
          >
            <span>×{count}</span>
          </li>
        );
      })}
    </ul>
  );
}

type SpokenProps = { readonly crowd: Crowd; readonly told: number; readonly rungs: number };

/** The picture in words: what is told of the ladder, and how many pairs stand where. */
const Spoken = ({ crowd: { counts }, told, rungs }: SpokenProps) => (
  <div class="visually-hidden">
    <p>{m.present_track({ told, rungs })}</p>
    <ul aria-label={m.present_stands()}>
      {counts.map(
        ({ count }, station) =>
          count > 0 && (
            <li key={station}>{m.present_stand({ place: placeWords(station, rungs), count })}</li>
          ),
      )}
    </ul>
  </div>
);

type BarsProps = {
  readonly track: Track;
  readonly crowd: Crowd;
  readonly size: number;
  readonly of: number;
};

/** What part of a swarm stands where. */
function Bars({ track, crowd, size, of }: BarsProps) {
  return (
    <div class={css.bars} style={{ fontSize: `${size}px` }} aria-hidden="true">
      {track.stations.slice(0, -1).map(({ edge, outwards, depth, y }, i) => (
        <div
          key={i}
          style={{
            left: `${edge}px`,
            top: `${y}px`,
            width: `${depth}px`,
            transform: `scaleX(${(outwards * (crowd.counts[i]?.count ?? 0)) / of})`,
          }}
        />
      ))}
    </div>
  );
}

/** Behind the crowd that has it hardest. */
function Tight({ track, station }: { track: Track; station: number }) {
  const place = track.stations[station];
  if (!place) return null;
  const { edge, outwards, depth, top, bottom } = place;
  return (
    <div
      class={css.tight}
      style={{
        left: `${outwards < 0 ? edge - depth : edge}px`,
        top: `${top}px`,
        width: `${depth}px`,
        height: `${bottom - top}px`,
      }}
    />
  );
}

function Finish({ done, of, track }: { done: number; of: number; track: Track }) {
  const { top = 0, bottom = 0, edge = 0 } = track.stations.at(-1) ?? {};
  return (
    <div
      class={css.finish}
      aria-hidden="true"
      style={{ top: `${top}px`, height: `${bottom - top}px` }}
    >
      <div style={{ width: `${edge}px` }}>
        <strong>{m.present_finish()}</strong>{' '}
        <em>
          {done}/{of}
        </em>
      </div>
    </div>
  );
}
