import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import { grouped } from '../words/number.ts';
import { playerWords } from './player-words.ts';
import css from './quiz-ranking.module.css';

const NAMED = 3;

type Props = Pick<BoardState, 'head' | 'players'>;

/** Who was best at what the host has asked: points of their own, which are none of the race. */
export function QuizRanking({ head, players }: Props) {
  const first = (head.quiz?.ranking ?? []).slice(0, NAMED);
  if (first.length === 0) return null;
  return (
    <p class={css.quiz}>
      {m.present_quiz_points()}:{' '}
      {first.map(({ player: id, place, points }) => {
        const player = players.get(id);
        return (
          player && (
            <span key={id}>
              <b>{place}</b> {playerWords(player, players, head.namesHidden)}{' '}
              <strong>{grouped(points)}</strong>
            </span>
          )
        );
      })}
    </p>
  );
}
