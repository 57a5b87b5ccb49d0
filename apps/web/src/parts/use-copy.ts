import { useEffect, useState } from 'preact/hooks';

/** How long "copied" stands, ms. */
const PRAISE = 2500;

export type Copying = {
  /** It was done a moment ago. */
  readonly copied: boolean;
  /** `select` shows what was meant, and leaves it to the reader's own keys where copying is forbidden. */
  copy(text: string, select: () => void): void;
};

/** Takes text to the clipboard, on plain http too. */
export function useCopy(): Copying {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), PRAISE);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copied,
    copy(text, select) {
      select();
      // There is no clipboard on plain http; the old command is still there.
      const done = navigator.clipboard
        ? navigator.clipboard.writeText(text).then(
            () => true,
            () => false,
          )
        : Promise.resolve(copyByCommand(text));
      void done.then(setCopied);
    },
  };
}

function copyByCommand(text: string): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', fill);
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return done;
}
