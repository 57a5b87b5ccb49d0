import { useId, useRef } from 'preact/hooks';
import { m } from '../messages/pages.ts';
import { Button } from './button.tsx';
import css from './copy-link.module.css';
import { useCopy } from './use-copy.ts';

/** A link to pass on: to read, to select, to copy. */
export function CopyLink({ label, link }: { readonly label: string; readonly link: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { copied, copy } = useCopy();
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
        <Button kind="primary" onClick={() => copy(link, () => field.current?.select())}>
          {copied ? m.waiting_copied() : m.waiting_copy()}
        </Button>
      </div>
      <p class="visually-hidden" role="status">
        {copied ? m.waiting_copied() : ''}
      </p>
    </div>
  );
}
