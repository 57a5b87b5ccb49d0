import { useEffect, useState } from 'preact/hooks';
import type { Manager } from 'socket.io-client';
import { type Live, NOTHING_SEEN, openLive, type Seen } from './live.ts';

/** A seat, and what is seen from it; `live` is null for the moment before it is opened. */
export type Opened = { readonly seen: Seen; readonly live: Live | null };

/** Keeps the seat open for as long as the component is shown. `manager`: see `openLive`. */
export function useLive(code: string, token: string, manager?: Manager): Opened {
  const [seen, see] = useState(NOTHING_SEEN);
  const [live, setLive] = useState<Live | null>(null);
  useEffect(() => {
    const opened = openLive(code, token, see, manager);
    setLive(opened);
    return opened.close;
  }, [code, token, manager]);
  return { seen, live };
}
