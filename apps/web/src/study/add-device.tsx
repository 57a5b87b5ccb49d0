import type { LinkCode } from '@ackade/contract';
import { useEffect, useState } from 'preact/hooks';
import { locale } from '../locale.ts';
import { m } from '../messages/study.ts';
import { Button } from '../parts/button.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import css from './add-device.module.css';
import { DeviceCard } from './device-card.tsx';
import { linkCode } from './study-api.ts';
import { useDoing } from './use-doing.ts';

/** The code by which another device comes to this learner. */
export function AddDevice() {
  const doing = useDoing();
  const [link, setLink] = useState<LinkCode | null>(null);
  const [over, setOver] = useState(false);
  const origin = useSharedOrigin();
  useEffect(() => {
    setOver(false);
    if (!link) return;
    const timer = setTimeout(() => setOver(true), link.expiresAt - Date.now());
    return () => clearTimeout(timer);
  }, [link]);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return (
    <DeviceCard title={m.study_add()} text={m.study_add_text()} doing={doing} done="">
      {link && !over && (
        <>
          {/* After the #, where it is sent to nobody. */}
          <QrCode text={`${origin}/study/devices#${link.code}`} label={m.study_qr()} />
          <p class={css.code}>
            <span class="visually-hidden">{m.study_code()}: </span>
            {link.code.slice(0, 4)} {link.code.slice(4)}
          </p>
          <p role="status">{m.study_code_until({ time: time.format(link.expiresAt) })}</p>
        </>
      )}
      {over && <p role="status">{m.study_code_over()}</p>}
      <p>
        <Button disabled={doing.busy} onClick={() => doing.run(linkCode, setLink)}>
          {link ? m.study_code_again() : m.study_code_show()}
        </Button>
      </p>
    </DeviceCard>
  );
}
