import type { Podium, Winner } from '@ackade/game';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import { grouped } from '../words/number.ts';
import type { Players } from './pair-words.ts';
import { namedWords } from './player-words.ts';
import css from './podium-scene.module.css';
import { QuizRanking } from './quiz-ranking.tsx';
import { stepsOf } from './steps.ts';

/** Of those who share a place no more are named. */
const MOST = 3;

/** The podium: the third is revealed first, then the second, then the first. */
export function PodiumScene({ board: { head, players } }: { readonly board: BoardState }) {
  const quiz = <QuizRanking head={head} players={players} />;
  const { podium, namesHidden } = head;
  if (!podium) return <p class={css.nothing}>{m.present_nothing()}</p>;
  if (podium.winners.length === 0)
    return (
      <div class={css.nothing}>
        <p>{m.present_no_winner()}</p>
        {quiz}
      </div>
    );
  const say = (name: string): string => namedWords(name, players, namesHidden);
  return (
    <div class={css.podium}>
      <ol class={css.steps}>
        {stepsOf(podium).map(({ place, winners }) => (
          <li key={place} data-place={place}>
            <div class={css.winners}>
              {winners.slice(0, MOST).map((winner) => (
                <Won
                  key={winner.name}
                  winner={winner}
                  name={say(winner.name)}
                  alone={winners.length === 1}
                />
              ))}
              {winners.length > MOST && <p>{m.present_more({ count: winners.length - MOST })}</p>}
            </div>
            <div class={css.step}>
              <span aria-hidden="true">{place}</span>
              <span class="visually-hidden">{m.present_place({ place })}</span>
            </div>
          </li>
        ))}
      </ol>
      <Prizes podium={podium} players={players} hidden={namesHidden} />
      {quiz}
    </div>
  );
}

type WonProps = {
  readonly winner: Winner;
  readonly name: string;
  /** Where places are shared there is no room for more than the points. */
  readonly alone: boolean;
};

function Won({ winner, name, alone }: WonProps) {
  const { points, accuracy, speed } = winner;
  return (
    <div class={css.won}>
      <h2>{name}</h2>
      <p class={css.points}>{m.present_points({ points: grouped(points) })}</p>
      {alone && (
        <dl>
          <Bar name={m.present_accuracy()} value={accuracy} kind="accuracy" />
          {speed !== null && <Bar name={m.present_speed()} value={speed} kind="speed" />}
        </dl>
      )}
    </div>
  );
}

type BarProps = {
  readonly name: string;
  readonly value: number;
  readonly kind: 'accuracy' | 'speed';
};

const Bar = ({ name, value, kind }: BarProps) => (
  <div class={css.measure}>
    <dt>{name}</dt>
    <dd class={css[kind]} style={{ '--value': value / 100 }}>
      {m.present_percent({ value })}
    </dd>
  </div>
);

type PrizesProps = {
  readonly podium: Podium;
  readonly players: Players;
  readonly hidden: boolean;
};

/** Who was best at one thing. */
function Prizes({ podium: { accurate, swift, team }, players, hidden }: PrizesProps) {
  const say = (name: string): string => namedWords(name, players, hidden);
  const prizes = [
    accurate && [
      m.present_most_accurate(),
      say(accurate.name),
      m.present_first_try({ value: accurate.accuracy }),
    ],
    swift && [m.present_swiftest(), say(swift.name), percent(swift.speed ?? 0)],
    team && [
      m.present_team(),
      team.names.map(say).join(' · '),
      m.present_teamwork({ value: team.teamwork }),
    ],
  ].filter((prize) => prize !== null);
  return (
    <dl class={css.prizes}>
      {prizes.map(([what, who, why]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            <strong>{who}</strong> <span>{why}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const percent = (value: number): string => m.present_percent({ value });
