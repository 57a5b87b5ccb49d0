import { m } from '../messages/sets.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import { Sheet } from '../parts/sheet.tsx';
import { type OwnSet, ownerLink } from './own-sets.ts';
import css from './share-sheet.module.css';

type Props = { readonly set: OwnSet; readonly onClose: () => void };

/** How students come to a set, and how its owner does on another device. */
export function ShareSheet({ set, onClose }: Props) {
  const origin = useSharedOrigin();
  const link = `${origin}/study/set/${set.code}`;
  return (
    <Sheet title={m.share_title()} closing={m.set_close()} onClose={onClose}>
      {() => (
        <>
          <p>{m.share_text()}</p>
          <QrCode text={link} label={m.share_qr()} />
          <p class={css.code}>
            {m.share_code()} <strong>{set.code}</strong>
          </p>
          <CopyLink label={m.share_link()} link={link} />
          <CopyLink label={m.share_owner()} link={ownerLink(origin, set)} />
          <p class={css.note}>{m.share_owner_note()}</p>
        </>
      )}
    </Sheet>
  );
}
