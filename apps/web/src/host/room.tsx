import type { BoardHead } from '@ackade/game';
import { useState } from 'preact/hooks';
import { m } from '../messages/host.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { CopyLink } from '../parts/copy-link.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import { Sheet } from '../parts/sheet.tsx';
import { fragmentOf, type HostSecrets } from './host-secrets.ts';
import { OptionsSheet } from './options-sheet.tsx';
import { OrderButton } from './order-button.tsx';
import css from './room.module.css';

type Props = {
  readonly code: string;
  readonly secrets: HostSecrets;
  readonly head: BoardHead;
};

/** The projector, the other devices, and who may come in. */
export function Room({ code, secrets, head }: Props) {
  const [open, setOpen] = useState<'remote' | 'options' | null>(null);
  const { phase, locked, namesHidden } = head;
  const ended = phase === 'podium' || phase === 'debrief';
  return (
    <div class={css.room}>
      {secrets.screen !== null && (
        <LinkButton href={`/present/${code}#${secrets.screen}`} target="_blank">
          {m.room_projector()}
        </LinkButton>
      )}
      <Button aria-haspopup="dialog" onClick={() => setOpen('remote')}>
        {m.room_remote()}
      </Button>
      {!ended && (
        <>
          <LinkButton href={`/r/${code}`} target="_blank">
            {m.room_play_along()}
          </LinkButton>
          <OrderButton command={{ type: 'lock', locked: !locked }} pressed={locked}>
            {m.room_lock()}
          </OrderButton>
        </>
      )}
      <OrderButton command={{ type: 'hide-names', hidden: !namesHidden }} pressed={namesHidden}>
        {m.room_hide_names()}
      </OrderButton>
      {(phase === 'lobby' || phase === 'between') && (
        <Button aria-haspopup="dialog" onClick={() => setOpen('options')}>
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
      {open === 'remote' && (
        <Sheet title={m.room_remote()} closing={m.control_close()} onClose={() => setOpen(null)}>
          {() => <Remote code={code} secrets={secrets} />}
        </Sheet>
      )}
      {open === 'options' && <OptionsSheet options={head.options} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Remote({ code, secrets }: Pick<Props, 'code' | 'secrets'>) {
  const link = `${useSharedOrigin()}/host/${code}${fragmentOf(secrets)}`;
  return (
    <>
      <p>{m.room_remote_text()}</p>
      <QrCode text={link} label={m.room_remote_qr()} />
      <CopyLink label={m.room_host_link()} link={link} />
      <p class={css.secret}>{m.room_secret()}</p>
    </>
  );
}
