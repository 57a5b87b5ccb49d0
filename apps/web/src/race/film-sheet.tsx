import type { Replay } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/race.ts';
import { problemWords } from '../parts/problem.ts';
import { Sheet } from '../parts/sheet.tsx';
import { wrongMoves } from '../replay/film.ts';
import { FilmView } from '../replay/film-view.tsx';
import { replay } from '../replay/replay-api.ts';
import { namesOf } from '../replay/step-words.ts';
import { useFilm } from '../replay/use-film.ts';
import css from './film-sheet.module.css';

type Props = { readonly name: string; readonly step: number; readonly onClose: () => void };

/** The film of a match, as long as the page below it stands. */
export function FilmSheet({ name, step, onClose }: Props) {
  const [found, setFound] = useState<Replay | Problem | null>(null);
  useEffect(() => {
    void replay(name).then((reply) => setFound(reply.ok ? reply.value : reply.problem));
  }, [name]);
  const film = found !== null && typeof found === 'object' ? found : null;
  return (
    <Sheet
      wide
      title={film ? scenarioName(film.scenario) : m.race_film()}
      closing={m.race_film_close()}
      onClose={onClose}
    >
      {() =>
        film ? (
          <Film replay={film} step={step} />
        ) : (
          <p role="status">{typeof found === 'string' ? problemWords(found) : m.race_loading()}</p>
        )
      }
    </Sheet>
  );
}

function Film({ replay, step }: { readonly replay: Replay; readonly step: number }) {
  const film = useFilm(replay, step);
  return (
    <div class={css.film}>
      <FilmView replay={replay} film={film} names={namesOf(replay)} wrong={wrongMoves(replay)} />
    </div>
  );
}
