import { m } from '../messages/host.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import { Sheet } from '../parts/sheet.tsx';
import { fragmentOf, type HostSecrets } from './host-secrets.ts';
import css from './share-sheet.module.css';

type Props = {
  readonly code: string;
  readonly secrets: HostSecrets;
  readonly onClose: () => void;
};

/** The controls, on another device of the host. */
export function RemoteSheet({ code, secrets, onClose }: Props) {
  const link = `${useSharedOrigin()}/host/${code}${fragmentOf(secrets)}`;
  return (
    <Sheet title={m.room_remote()} closing={m.control_close()} onClose={onClose}>
      {() => (
        <>
          <p>{m.room_remote_text()}</p>
          <QrCode text={link} label={m.room_remote_qr()} />
          <CopyLink label={m.room_host_link()} link={link} />
          <p class={css.note}>{m.room_secret()}</p>
        </>
      )}
    </Sheet>
  );
}

/** The projector, on the computer that the room's screen hangs on. */
export function ScreenSheet({ code, secrets, onClose }: Props) {
  const link = `${useSharedOrigin()}/present/${code}#${secrets.screen}`;
  return (
    <Sheet title={m.room_screen()} closing={m.control_close()} onClose={onClose}>
      {() => (
        <>
          <p>{m.room_screen_text()}</p>
          <QrCode text={link} label={m.room_screen_qr()} />
          <CopyLink label={m.room_screen_link()} link={link} />
          <p class={css.note}>{m.room_screen_note()}</p>
        </>
      )}
    </Sheet>
  );
}
