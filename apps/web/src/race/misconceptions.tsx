import type { Replay, RowView } from '@ackade/game';
import { useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { MistakeList } from '../match/mistakes.tsx';
import { m } from '../messages/race.ts';
import { problemWords } from '../parts/problem.ts';
import { wrongMoves } from '../replay/film.ts';
import { replay } from '../replay/replay-api.ts';
import { type MistakeRow, misconceptionTitle } from '../words/mistake.ts';
import { FilmLink } from './film-link.tsx';
import css from './misconceptions.module.css';
import type { Found } from './own-mistakes.ts';

type Props = {
  readonly found: readonly Found[];
  /** What the count says; in a player's own list how often it was. */
  readonly countWords?: (count: number) => string;
};

const times = (count: number): string => m.race_times({ count });

/** Misconceptions that were shown; opened, each is explained by a move that showed it. */
export const Misconceptions = ({ found, countWords = times }: Props) =>
  found.length === 0 ? (
    <p>{m.race_no_mistakes()}</p>
  ) : (
    <ul class={css.list}>
      {found.map((one) => (
        <li key={one.code}>
          <Opened one={one} count={countWords(one.count)} />
        </li>
      ))}
    </ul>
  );

function Opened({ one, count }: { readonly one: Found; readonly count: string }) {
  const [film, setFilm] = useState<Replay | Problem | null>(null);
  const open = (): void => {
    if (film === null || typeof film === 'string')
      void replay(one.replay).then((reply) => setFilm(reply.ok ? reply.value : reply.problem));
  };
  return (
    <details onToggle={(e) => e.currentTarget.open && open()}>
      <summary>
        <span>{misconceptionTitle(one.code)}</span> <small>{count}</small>
      </summary>
      <div role="status">
        {film === null && <p>{m.race_loading()}</p>}
        {typeof film === 'string' && <p>{problemWords(film)}</p>}
        {film !== null && typeof film === 'object' && <Explained film={film} one={one} />}
      </div>
    </details>
  );
}

function Explained({ film, one }: { readonly film: Replay; readonly one: Found }) {
  const { rows, level } = film;
  const row = rows.find((each): each is MistakeRow => shows(each, one));
  const step = wrongMoves(film).find((wrong) => wrong.row === row)?.step ?? 0;
  return (
    <>
      <MistakeList wrong={row ? [row] : []} rows={rows} level={level} />
      <FilmLink replay={one.replay} step={step}>
        {m.race_watch()}
      </FilmLink>
    </>
  );
}

const shows = (row: RowView, { code, at }: Found): row is MistakeRow =>
  row.kind === 'mistake' && row.misconceptions[0] === code && (at === null || row.at === at);
