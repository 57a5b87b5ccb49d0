import type { BoardHead } from '@ackade/game';
import { useContext } from 'preact/hooks';
import { m } from '../messages/host.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import type { HostSecrets } from './host-secrets.ts';
import { OrderButton } from './order-button.tsx';
import css from './room.module.css';
import { SheetOpener } from './use-sheet.ts';

type Props = {
  readonly code: string;
  readonly secrets: HostSecrets;
  readonly head: BoardHead;
};

/** The projector, the other devices, and who may come in. */
export function Room({ code, secrets, head }: Props) {
  const open = useContext(SheetOpener);
  const { phase, locked, namesHidden, options } = head;
  const ended = phase === 'podium' || phase === 'debrief';
  return (
    <div class={css.room}>
      {secrets.screen !== null && (
        <>
          <LinkButton href={`/present/${code}#${secrets.screen}`} target="_blank">
            {m.room_projector()}
          </LinkButton>
          <Button aria-haspopup="dialog" onClick={() => open({ kind: 'screen' })}>
            {m.room_screen()}
          </Button>
        </>
      )}
      <Button aria-haspopup="dialog" onClick={() => open({ kind: 'remote' })}>
        {m.room_remote()}
      </Button>
      {!ended && (
        <>
          {options.nicknames === 'roster' ? (
            <p>{m.room_play_along_roster()}</p>
          ) : (
            <LinkButton href={`/r/${code}`} target="_blank">
              {m.room_play_along()}
            </LinkButton>
          )}
          <OrderButton command={{ type: 'lock', locked: !locked }} pressed={locked}>
            {m.room_lock()}
          </OrderButton>
        </>
      )}
      <OrderButton command={{ type: 'hide-names', hidden: !namesHidden }} pressed={namesHidden}>
        {m.room_hide_names()}
      </OrderButton>
      {(phase === 'lobby' || phase === 'between') && (
        <Button aria-haspopup="dialog" onClick={() => open({ kind: 'options' })}>
          {m.room_options()}
        </Button>
      )}
      {!ended && (
        <OrderButton
          kind="quiet"
          command={{ type: 'end' }}
          asks={phase === 'lobby' ? m.room_close_asks() : m.room_end_asks()}
        >
          {m.room_end()}
        </OrderButton>
      )}
    </div>
  );
}
