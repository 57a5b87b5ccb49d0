import type { Where } from '@ackade/contract';
import { useEffect, useState } from 'preact/hooks';
import { call, type Reply } from '../api.ts';

/** Where others reach this server: `localhost` would lead them to their own computer. */
export function useSharedOrigin(): string {
  const [origin, setOrigin] = useState(location.origin);
  useEffect(() => {
    if (!['localhost', '127.0.0.1'].includes(location.hostname)) return;
    void where().then((reply) => {
      const [first] = reply.ok ? reply.value.urls : [];
      if (first) setOrigin(first);
    });
  }, []);
  return origin;
}

const where = (): Promise<Reply<Where>> => call('/api/where');
