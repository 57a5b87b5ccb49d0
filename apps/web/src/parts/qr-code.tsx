import { renderSVG } from 'uqr';
import css from './qr-code.module.css';

type Props = { readonly text: string; readonly label: string };

/** `text` as a QR code, drawn here: what is in it stays in this browser. */
export const QrCode = ({ text, label }: Props) => (
  <img
    class={css.code}
    src={`data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 2 }))}`}
    alt={label}
  />
);
