import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Takes files that are dropped anywhere on the page; true while one hovers over it. */
export function useDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const taker = useRef(onFile);
  taker.current = onFile;
  // Before it is painted: nobody may drop on a page that does not take it yet.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const carriesFile = (e: DragEvent): boolean => e.dataTransfer?.types.includes('Files') === true;
    addEventListener(
      'dragover',
      (e) => {
        if (!carriesFile(e)) return;
        e.preventDefault();
        setOver(true);
      },
      { signal },
    );
    addEventListener('dragleave', (e) => e.relatedTarget === null && setOver(false), { signal });
    addEventListener(
      'drop',
      (e) => {
        if (!carriesFile(e)) return;
        e.preventDefault();
        setOver(false);
        const file = e.dataTransfer?.files[0];
        if (file) taker.current(file);
      },
      { signal },
    );
    return () => stop.abort();
  }, []);
  return over;
}
