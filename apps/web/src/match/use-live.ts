import { useEffect, useState } from 'preact/hooks';
import { type Live, NOTHING_SEEN, openLive, type Seen } from './live.ts';

/** A seat, and what is seen from it; `live` is null for the moment before it is opened. */
export type Opened = { readonly seen: Seen; readonly live: Live | null };

/** Keeps the seat open for as long as the component is shown. */
export function useLive(code: string, token: string): Opened {
  const [seen, see] = useState(NOTHING_SEEN);
  const [live, setLive] = useState<Live | null>(null);
  useEffect(() => {
    const opened = openLive(code, token, see);
    setLive(opened);
    return opened.close;
  }, [code, token]);
  return { seen, live };
}
