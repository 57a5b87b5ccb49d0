import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { m } from '../messages/pages.ts';
import { Button } from './button.tsx';
import css from './copy-link.module.css';

/** How long "copied" stands, ms. */
const PRAISE = 2500;

/** A link to pass on: to read, to select, to copy. */
export function CopyLink({ label, link }: { readonly label: string; readonly link: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), PRAISE);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    field.current?.select();
    // On plain http there is no clipboard; the link is then selected, and the old command copies it.
    const done = navigator.clipboard
      ? await navigator.clipboard.writeText(link).then(
          () => true,
          () => false,
        )
      : document.execCommand('copy');
    setCopied(done);
  };
  return (
    <div class={css.link}>
      <label for={id}>{label}</label>
      <div>
        <input
          id={id}
          ref={field}
          readOnly
          value={link}
          onFocus={(e) => e.currentTarget.select()}
        />
        <Button kind="primary" onClick={() => void copy()}>
          {copied ? m.waiting_copied() : m.waiting_copy()}
        </Button>
      </div>
      <p class="visually-hidden" role="status">
        {copied ? m.waiting_copied() : ''}
      </p>
    </div>
  );
}
