import type { Replay } from '@ackade/game';
import { useRef } from 'preact/hooks';
import { m } from '../messages/replay.ts';
import { momentIn, wrongMoves } from './film.ts';
import { FilmView } from './film-view.tsx';
import { Head } from './head.tsx';
import { JumpList } from './jump-list.tsx';
import { Share } from './share.tsx';
import { namesOf } from './step-words.ts';
import { useFilm } from './use-film.ts';
import { useMoment } from './use-moment.ts';
import css from './watched.module.css';

/** A replay that has been found: the film, its wrong moves, and what one can take along. */
export function Watched({ replay }: { readonly replay: Replay }) {
  const film = useFilm(replay, momentIn(location.search, replay.steps.length));
  useMoment(film.at);
  const frame = useRef<HTMLElement>(null);
  const names = namesOf(replay);
  const wrong = wrongMoves(replay);
  const jump = (step: number): void => {
    film.go(step);
    frame.current?.scrollIntoView();
  };
  return (
    <div class={css.page}>
      <Head replay={replay} names={names} />
      {replay.steps.length === 0 ? (
        <p>{m.replay_empty()}</p>
      ) : (
        <FilmView replay={replay} film={film} names={names} wrong={wrong} frame={frame} />
      )}
      <div class={css.more}>
        <JumpList replay={replay} names={names} wrong={wrong} at={film.at} onJump={jump} />
        <Share replay={replay} at={film.at} />
      </div>
    </div>
  );
}
