import type { BoardPlayer } from '@ackade/game';
import { m } from '../messages/present.ts';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import type { BoardState } from '../race/board.ts';
import { NumberToken } from './emblem-view.tsx';
import css from './lobby.module.css';
import { cellsOf, rollFor } from './roll.ts';

/** How to get in, and who is in already. */
export function Lobby({ board: { head, players } }: { readonly board: BoardState }) {
  const address = useSharedOrigin().replace(/^https?:\/\//, '');
  return (
    <div class={css.lobby}>
      <section class={css.join}>
        <div>
          <p class={css.label}>{m.present_join_at()}</p>
          <p class={css.address}>{address}</p>
        </div>
        <div>
          <p class={css.label}>{m.present_code()}</p>
          <p class={css.code} role="img" aria-label={[...head.code].join(' ')}>
            {head.code}
          </p>
        </div>
        <img class={css.qr} src={`/r/${head.code}/qr.svg`} alt={m.present_qr()} />
        {head.locked && <p class={css.locked}>{m.present_locked()}</p>}
      </section>
      <section class={css.here}>
        <h2>{m.present_count({ count: players.size })}</h2>
        {players.size === 0 ? (
          <p class={css.nobody}>{m.present_nobody()}</p>
        ) : (
          <Wall players={[...players.values()]} hidden={head.namesHidden} />
        )}
      </section>
    </div>
  );
}

type WallProps = { readonly players: readonly BoardPlayer[]; readonly hidden: boolean };

function Wall({ players, hidden }: WallProps) {
  const numbered = players.map((player, i) => ({ player, number: i + 1 }));
  const roll = rollFor(players.length);
  const cells = cellsOf(numbered, roll);
  return (
    <>
      <ol
        class={hidden ? css.hidden : css.wall}
        data-columns={roll.columns}
        style={{ '--columns': roll.columns, '--rows': roll.rows }}
        aria-label={m.present_names()}
      >
        {cells.map(({ player, number }) => (
          <li key={player.id} data-present={player.present}>
            {hidden ? <NumberToken number={number} /> : <span>{player.name}</span>}
          </li>
        ))}
      </ol>
      {players.length > cells.length && (
        <p class={css.more}>{m.present_more({ count: players.length - cells.length })}</p>
      )}
    </>
  );
}
