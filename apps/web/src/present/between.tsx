import { scenarioBrief, scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import { grouped } from '../words/number.ts';
import css from './between.module.css';
import { FittedLadder } from './fitted-ladder.tsx';
import { Icon } from './icon.tsx';
import { movementOf, type Places, standings } from './movement.ts';
import { playerWords } from './player-words.ts';
import { QuizRanking } from './quiz-ranking.tsx';

type Props = { readonly board: BoardState; readonly places: Places | null };

const MOST = 10;

/** The whole ladder of the round, to be talked about; beside it who stands where, and what comes next. */
export function Between({ board: { head, players }, places }: Props) {
  const first = standings(players.values(), MOST);
  return (
    <div class={css.between}>
      {head.leg && (
        <figure class={css.ladder}>
          <figcaption>
            {m.present_ladder()} · {scenarioName(head.leg.scenario)}
          </figcaption>
          <FittedLadder rows={head.track} level={head.leg.level} />
        </figure>
      )}
      {first.length === 0 ? (
        <p class={css.none}>{m.present_no_points()}</p>
      ) : (
        <ol class={css.standings} aria-label={m.present_standings()}>
          {first.map((player, i) => (
            <li key={player.id} style={{ '--at': i }}>
              <b>{player.place}</b>
              <span class={css.name}>{playerWords(player, players, head.namesHidden)}</span>
              <Movement by={movementOf(places, head.round, player)} first={head.round <= 1} />
              <strong>{grouped(player.total.points)}</strong>
            </li>
          ))}
        </ol>
      )}
      <aside class={css.next}>
        <QuizRanking head={head} players={players} />
        {head.next ? (
          <>
            <p>{m.present_next()}</p>
            <h2>{scenarioName(head.next.scenario)}</h2>
            <p>{scenarioBrief(head.next.scenario)}</p>
          </>
        ) : (
          <h2>{m.present_last_done()}</h2>
        )}
      </aside>
    </div>
  );
}

/** Places won or lost since the round before; `first`: there was none. */
function Movement({ by, first }: { readonly by: number | null; readonly first: boolean }) {
  if (first || by === null) return <span />;
  if (by === 0) return <span class={css.same} role="img" aria-label={m.present_same()} />;
  const [name, words] =
    by > 0
      ? (['up', m.present_up({ count: by })] as const)
      : (['down', m.present_down({ count: -by })] as const);
  return (
    <span class={css[name]}>
      <Icon name={name} />
      <span aria-hidden="true">{Math.abs(by)}</span>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}
