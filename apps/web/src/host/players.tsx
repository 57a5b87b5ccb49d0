import type { BoardPlayer } from '@ackade/game';
import { useCallback, useContext, useMemo, useState } from 'preact/hooks';
import { m } from '../messages/host.ts';
import type { BoardState } from '../race/board.ts';
import { grouped } from '../words/number.ts';
import css from './players.module.css';
import { SheetOpener } from './use-sheet.ts';

/** A list that is longer can be searched. */
const OVERSEEN = 12;

type Props = {
  readonly board: BoardState;
  /** False where "Players" stands above it already. */
  readonly titled?: boolean;
};

/** Everybody in the race: in the order of joining, and by place once something was played. */
export function Players({ board, titled = true }: Props) {
  const openSheet = useContext(SheetOpener);
  const [search, setSearch] = useState('');
  const { players, head } = board;
  const rounds = head.phase === 'round' ? head.round - 1 : head.round;
  const scored = rounds > 0;
  const all = [...players.values()];
  if (scored) all.sort((a, b) => a.place - b.place);
  const wanted = search.trim().toLowerCase();
  const found = all.filter((p) => p.name.toLowerCase().includes(wanted));
  const open = useCallback(
    (id: string, name: string) => openSheet({ kind: 'player', id, name }),
    [openSheet],
  );
  const partner = (id: string): string | null => {
    const pair = head.planned.find(([a, b]) => a === id || b === id);
    const other = pair?.find((one) => one !== id);
    return (other !== undefined && players.get(other)?.name) || null;
  };
  return (
    <section class={css.players}>
      {(titled || scored) && (
        <h2>{scored ? m.players_standings({ round: rounds }) : m.players_title()}</h2>
      )}
      {all.length === 0 && <p class={css.none}>{m.players_none()}</p>}
      {all.length > OVERSEEN && (
        <label class={css.search}>
          <span class="visually-hidden">{m.players_search()}</span>
          <input
            type="search"
            value={search}
            placeholder={m.players_search()}
            onInput={(e) => setSearch(e.currentTarget.value)}
          />
        </label>
      )}
      {all.length > 0 && found.length === 0 && <p class={css.none}>{m.players_not_found()}</p>}
      <ul data-scored={scored}>
        {found.map((player) => (
          <PlayerRow
            key={player.id}
            player={player}
            partner={partner(player.id)}
            scored={scored}
            onOpen={open}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = {
  readonly player: BoardPlayer;
  /** With whom the host has put the player together for the next round. */
  readonly partner: string | null;
  readonly scored: boolean;
  readonly onOpen: (id: string, name: string) => void;
};

/** Drawn anew only when something in it changes: there may be hundreds, four times a second. */
function PlayerRow({ player, partner, scored, onOpen }: RowProps) {
  const { id, name, present, pace, place, total } = player;
  return useMemo(
    () => (
      <li>
        <button type="button" aria-haspopup="dialog" onClick={() => onOpen(id, name)}>
          {scored && <b class={css.place}>{place} </b>}
          <span class={css.dot} data-present={present} />
          <span class={css.name}>
            {name} {!present && <small>{m.players_away()} </small>}
            {pace !== 1 && <small>{m.players_pace({ pace })} </small>}
            {partner !== null && <small>{m.players_with({ name: partner })} </small>}
          </span>
          {scored && (
            <span class={css.points}>
              <strong>{m.players_points({ points: grouped(total.points) })}</strong>{' '}
              <small>{m.players_accuracy({ accuracy: total.accuracy })}</small>
            </span>
          )}
        </button>
      </li>
    ),
    [player, partner, scored, onOpen],
  );
}
