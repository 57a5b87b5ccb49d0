import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { loadAnew } from '../load-anew.ts';

const FilmSheet = lazy(() => import('./film-sheet.tsx').then((part) => part.FilmSheet, loadAnew));

type Props = {
  /** The name of the match. */
  readonly replay: string;
  /** Where the film begins. */
  readonly step?: number;
  readonly label?: string;
  readonly children: ComponentChildren;
};

/** A film over the page: who goes to another page is away when the next round begins. */
export function FilmLink({ replay, step = 0, label, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <a
        href={`/replay/${replay}`}
        aria-label={label}
        aria-haspopup="dialog"
        onClick={(e) => {
          if (e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
          e.preventDefault();
          // The router would follow the link.
          e.stopPropagation();
          setOpen(true);
        }}
      >
        {children}
      </a>
      {open && <FilmSheet name={replay} step={step} onClose={() => setOpen(false)} />}
    </>
  );
}
