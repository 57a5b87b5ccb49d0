import type { RaceView } from '@ackade/game';
import { m } from '../messages/race.ts';
import { Button } from '../parts/button.tsx';
import { RoleMark } from '../parts/role-mark.tsx';
import css from './lobby.module.css';
import { NextLeg } from './next-leg.tsx';

type Props = {
  readonly view: RaceView;
  readonly connected: boolean;
  readonly onJoinAnew: () => void;
};

/** In, and waiting for the first round. */
export const Lobby = ({ view, connected, onJoinAnew }: Props) => {
  const { name } = view.you;
  return (
    <div class={css.lobby}>
      <h1 class={css.in}>{m.race_in({ name })}</h1>
      <p class={css.wait}>{m.race_lobby_wait()}</p>
      <p class={css.connection} data-connected={connected} role="status">
        {connected ? m.race_connected() : m.race_reconnecting()}
      </p>
      <section class={css.how}>
        <p class={css.ends}>
          <RoleMark end="client" />
          <span aria-hidden="true" />
          <RoleMark end="server" />
        </p>
        <p>{m.race_lobby_how({ of: view.of })}</p>
      </section>
      <NextLeg leg={view.next} />
      <p class={css.other}>
        {m.race_not_you({ name })}{' '}
        <Button kind="quiet" onClick={onJoinAnew}>
          {m.race_join_other()}
        </Button>
      </p>
    </div>
  );
};
