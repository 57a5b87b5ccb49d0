import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import css from './sheet.module.css';

type Props = {
  readonly title: string;
  /** What the cross that closes it is called. */
  readonly closing: string;
  /** For what needs the whole screen. */
  readonly wide?: boolean;
  readonly onClose: () => void;
  /** `close` is for who closes it from inside; `onClose` follows. */
  readonly children: (close: () => void) => ComponentChildren;
};

/** A dialog: from the bottom of a phone, in the middle of a wide screen. */
export function Sheet({ title, closing, wide = false, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a dialog with Escape
    <dialog
      ref={dialog}
      class={css.sheet}
      data-wide={wide}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(e) => e.target === dialog.current && close()}
    >
      <div class={css.content}>
        <header class={css.head}>
          <h2 id={id}>{title}</h2>
          <button type="button" class={css.close} aria-label={closing} onClick={close}>
            ✕
          </button>
        </header>
        {children(close)}
      </div>
    </dialog>
  );
}
