import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/host.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import type { BoardState } from '../race/board.ts';
import { Absent } from './absent.tsx';
import css from './lobby.module.css';
import { Players } from './players.tsx';

type Props = { readonly board: BoardState; readonly code: string };

/** How the class comes in, and who is there already. */
export function Lobby({ board, code }: Props) {
  const origin = useSharedOrigin();
  return (
    <>
      <section class={css.invitation}>
        <div class={css.told}>
          <h1>{m.lobby_title()}</h1>
          <p class={css.address}>{origin.replace(/^https?:\/\//, '')}</p>
          <p>{m.lobby_code()}</p>
          <p class={css.code}>{code}</p>
          <CopyLink label={m.lobby_link()} link={`${origin}/r/${code}`} />
        </div>
        <img class={css.qr} src={`/r/${code}/qr.svg`} alt={m.lobby_qr()} width="240" height="240" />
      </section>
      <p class={css.rounds}>
        {m.lobby_rounds({
          rounds: board.head.legs.map((leg) => scenarioName(leg.scenario)).join(' · '),
        })}
      </p>
      <Absent board={board} />
      <Players board={board} />
    </>
  );
}
