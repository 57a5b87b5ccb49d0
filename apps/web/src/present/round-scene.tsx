import { useMemo } from 'preact/hooks';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import { countdownOf } from './countdown.ts';
import { isSwarm } from './crowd.ts';
import { FrontRunners } from './front-runners-view.tsx';
import css from './round-scene.module.css';
import { isFlowing, stuckOf, thinkingIn } from './stuck.ts';
import { StuckStrip } from './stuck-strip.tsx';
import { useLeft } from './time-left.tsx';
import { TrackView } from './track-view.tsx';
import { usePaced } from './use-paced.ts';
import { useStill } from './use-still.ts';
import { useWaits } from './use-waits.ts';
import { WeatherNews } from './weather-news.tsx';

type Props = { readonly board: BoardState };

/** What is read changes no more often than this, and so does a swarm, in which nobody follows a single pair; ms. */
const READ = 1000;
const SWARM = 500;

/** The race: the ladder with the pairs on it, who is in front, and where the class is stuck. */
export function RoundScene({ board }: Props) {
  const { head, players, pairs } = board;
  const moving = usePaced(pairs, isSwarm(pairs.size) ? SWARM : 0);
  const read = usePaced(pairs, READ);
  const { rungs } = head;
  const still = useStill(read.values());
  const waits = useWaits(read, head.paused);
  const stuck = useMemo(() => stuckOf(read.values(), rungs, waits), [read, rungs, waits]);
  const waiting = [...pairs.values()].every((pair) => pair.rung === 0);
  const track = useMemo(
    () => <TrackView board={{ ...board, pairs: moving }} stuck={stuck} />,
    [head, players, moving, stuck],
  );
  const side = useMemo(
    () => (
      <aside class={css.side}>
        <FrontRunners board={{ ...board, pairs: read }} rungs={rungs} />
        <WeatherNews count={head.weather.length} />
        <StuckStrip
          stuck={stuck}
          head={head}
          thinking={thinkingIn(read.values())}
          flows={isFlowing(read.values(), { paused: head.paused, still })}
        />
      </aside>
    ),
    [head, players, read, stuck, still],
  );
  return (
    <div class={css.round} data-paused={head.paused}>
      {track}
      {side}
      {waiting && <Countdown board={board} />}
    </div>
  );
}

/** 3, 2, 1: the players read what they have to do meanwhile. */
function Countdown({ board }: { readonly board: BoardState }) {
  const before = countdownOf(board, useLeft(board));
  if (before === null) return null;
  const number = Math.max(1, Math.ceil(before / 1000));
  return (
    <div class={css.countdown}>
      <p>{m.present_ready()}</p>
      <p key={number} class={css.number} aria-hidden="true">
        {number}
      </p>
    </div>
  );
}
