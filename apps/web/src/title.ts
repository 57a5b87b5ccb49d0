import { useEffect } from 'preact/hooks';

/** What the tab is called while the component is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Ackade`;
  }, [title]);
}
