import type { StaffLink } from '@ackade/contract';
import { m } from '../messages/staff.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import { Sheet } from '../parts/sheet.tsx';
import { minuteWords } from './words.ts';

type Props = {
  readonly title: string;
  readonly text: string;
  readonly link: StaffLink;
  readonly onClose: () => void;
};

/** A link that has just been made; nobody can show it again. */
export function LinkSheet({ title, text, link: { token, expiresAt }, onClose }: Props) {
  // After the #, where it is sent to nobody.
  const link = `${useSharedOrigin()}/welcome#${token}`;
  return (
    <Sheet title={title} closing={m.staff_close()} onClose={onClose}>
      {() => (
        <>
          <p>{text}</p>
          <QrCode text={link} label={m.staff_link_qr()} />
          <CopyLink label={m.staff_link()} link={link} />
          <p>{m.staff_link_once({ date: minuteWords(expiresAt) })}</p>
        </>
      )}
    </Sheet>
  );
}
