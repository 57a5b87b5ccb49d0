import type { BoardHead, Lane } from '@ackade/game';
import { useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { levelWords } from '../match/level.ts';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/host.ts';
import { Button } from '../parts/button.tsx';
import type { BoardState } from '../race/board.ts';
import { OrderButton } from './order-button.tsx';
import { Pairs } from './pairs.tsx';
import { Players } from './players.tsx';
import css from './round.module.css';

const WeatherSheet = lazy(() => import('./weather-sheet.tsx').then((part) => part.WeatherSheet));

type Props = { readonly board: BoardState; readonly lane: Lane | null };

/** A round while it is played: who is stuck, and what can be done about it. */
export function RoundView({ board, lane }: Props) {
  const [weather, setWeather] = useState(false);
  const { head } = board;
  return (
    <>
      <header class={css.head}>
        <h1>{head.leg && scenarioName(head.leg.scenario)}</h1>
        <p>{head.leg && levelWords(head.leg.level).name}</p>
      </header>
      <div class={css.tools}>
        <Button aria-haspopup="dialog" onClick={() => setWeather(true)}>
          {m.round_weather()}
        </Button>
        <Skip head={head} />
      </div>
      <Pairs board={board} lane={lane} />
      <details class={css.players}>
        <summary>{m.round_players()}</summary>
        <Players board={board} />
      </details>
      {weather && <WeatherSheet head={head} onClose={() => setWeather(false)} />}
    </>
  );
}

const Skip = ({ head: { phase, round } }: { readonly head: BoardHead }) => (
  <OrderButton command={{ type: 'skip', from: { phase, round } }} asks={m.round_skip_asks()}>
    {m.round_skip()}
  </OrderButton>
);
