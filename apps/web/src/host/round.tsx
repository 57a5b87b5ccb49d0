import type { BoardHead } from '@ackade/game';
import { useContext } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { levelWords } from '../match/level.ts';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/host.ts';
import { Button } from '../parts/button.tsx';
import type { BoardState } from '../race/board.ts';
import { Absent } from './absent.tsx';
import { OrderButton } from './order-button.tsx';
import { Pairs } from './pairs.tsx';
import { Players } from './players.tsx';
import css from './round.module.css';
import { SheetOpener } from './use-sheet.ts';

const WeatherMade = lazy(() => import('./weather-made.tsx').then((part) => part.WeatherMade));

/** A round while it is played: who is stuck, and what can be done about it. */
export function RoundView({ board }: { readonly board: BoardState }) {
  const open = useContext(SheetOpener);
  const { head } = board;
  return (
    <>
      <header class={css.head}>
        <h1>{head.leg && scenarioName(head.leg.scenario)}</h1>
        <p>{head.leg && levelWords(head.leg.level).name}</p>
      </header>
      <div class={css.tools}>
        <Button aria-haspopup="dialog" onClick={() => open({ kind: 'weather' })}>
          {m.round_weather()}
        </Button>
        <Skip head={head} />
      </div>
      <div class={css.weather} role="status">
        {head.weather.length > 0 && <WeatherMade weather={head.weather} />}
      </div>
      <Absent board={board} />
      <Pairs board={board} />
      <details class={css.players}>
        <summary>{m.round_players()}</summary>
        <Players board={board} titled={false} />
      </details>
    </>
  );
}

const Skip = ({ head: { phase, round } }: { readonly head: BoardHead }) => (
  <OrderButton command={{ type: 'skip', from: { phase, round } }} asks={m.round_skip_asks()}>
    {m.round_skip()}
  </OrderButton>
);
